using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the UntagResource operation returns.</summary>
public class UntagResourceResponse : AmazonWebServiceResponse;
