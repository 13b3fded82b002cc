using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListCustomerManagedPolicyReferencesInPermissionSet operation returns.</summary>
public class ListCustomerManagedPolicyReferencesInPermissionSetResponse : AmazonWebServiceResponse
{
    public List<CustomerManagedPolicyReference>? CustomerManagedPolicyReferences { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
