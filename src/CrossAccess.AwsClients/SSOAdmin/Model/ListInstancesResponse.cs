using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListInstances operation returns.</summary>
public class ListInstancesResponse : AmazonWebServiceResponse
{
    /// <summary>0 to 10 items.</summary>
    public List<InstanceMetadata>? Instances { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
