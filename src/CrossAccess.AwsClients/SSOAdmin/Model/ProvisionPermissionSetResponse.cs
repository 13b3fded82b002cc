using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the ProvisionPermissionSet operation returns.</summary>
public class ProvisionPermissionSetResponse : AmazonWebServiceResponse
{
    public PermissionSetProvisioningStatus? PermissionSetProvisioningStatus { get; set; }
}
