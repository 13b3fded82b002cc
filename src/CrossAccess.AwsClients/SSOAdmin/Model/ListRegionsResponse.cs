using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListRegions operation returns.</summary>
public class ListRegionsResponse : AmazonWebServiceResponse
{
    public List<RegionMetadata>? Regions { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
