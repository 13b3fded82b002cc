using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListPolicies operation returns.</summary>
public class ListPoliciesResponse : AmazonWebServiceResponse
{
    public List<ManagedPolicy>? Policies { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
