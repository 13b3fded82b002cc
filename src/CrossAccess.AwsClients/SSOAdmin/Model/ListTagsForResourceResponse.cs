using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListTagsForResource operation returns.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>0 to 75 items.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
