using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListRolePolicies operation returns.</summary>
public class ListRolePoliciesResponse : AmazonWebServiceResponse
{
    /// <summary>Required. Each: 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public List<string>? PolicyNames { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
