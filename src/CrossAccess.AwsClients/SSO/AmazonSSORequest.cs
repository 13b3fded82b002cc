using Amazon.Runtime;

namespace Amazon.SSO;

/// <summary>The base of every request to the AWS access portal.</summary>
public class AmazonSSORequest : AmazonWebServiceRequest;
