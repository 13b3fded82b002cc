using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListAccountsForProvisionedPermissionSet operation returns.</summary>
public class ListAccountsForProvisionedPermissionSetResponse : AmazonWebServiceResponse
{
    /// <summary>Each: 12 characters. Pattern: <c>\d{12}</c>.</summary>
    public List<string>? AccountIds { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
