using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListRoleTags operation returns.</summary>
public class ListRoleTagsResponse : AmazonWebServiceResponse
{
    /// <summary>Required. At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
