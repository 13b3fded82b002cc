using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ListPermissionSetProvisioningStatus operation returns.</summary>
public class ListPermissionSetProvisioningStatusResponse : AmazonWebServiceResponse
{
    public List<PermissionSetProvisioningStatusMetadata>? PermissionSetsProvisioningStatus { get; set; }

    /// <summary>0 to 2,048 characters. Pattern: <c>[-a-zA-Z0-9+=/_]*</c>.</summary>
    public string? NextToken { get; set; }
}
