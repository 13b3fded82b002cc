using Amazon.Runtime;

namespace Amazon.SecurityToken;

/// <summary>The base of every request to AWS Security Token Service.</summary>
public class AmazonSecurityTokenServiceRequest : AmazonWebServiceRequest;
