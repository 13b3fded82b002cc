using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DescribePermissionSetProvisioningStatus operation returns.</summary>
public class DescribePermissionSetProvisioningStatusResponse : AmazonWebServiceResponse
{
    public PermissionSetProvisioningStatus? PermissionSetProvisioningStatus { get; set; }
}
