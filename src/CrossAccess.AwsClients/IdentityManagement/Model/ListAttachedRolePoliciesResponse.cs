using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the ListAttachedRolePolicies operation returns.</summary>
public class ListAttachedRolePoliciesResponse : AmazonWebServiceResponse
{
    public List<AttachedPolicyType>? AttachedPolicies { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
