using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the TagResource operation returns.</summary>
public class TagResourceResponse : AmazonWebServiceResponse;
