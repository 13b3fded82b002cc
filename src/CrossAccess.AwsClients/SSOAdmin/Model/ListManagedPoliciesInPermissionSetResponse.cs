using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListManagedPoliciesInPermissionSet operation returns.</summary>
public class ListManagedPoliciesInPermissionSetResponse : AmazonWebServiceResponse
{
    public List<AttachedManagedPolicy>? AttachedManagedPolicies { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
