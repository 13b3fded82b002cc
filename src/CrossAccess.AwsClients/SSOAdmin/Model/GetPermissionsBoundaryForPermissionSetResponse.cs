using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the GetPermissionsBoundaryForPermissionSet operation returns.</summary>
public class GetPermissionsBoundaryForPermissionSetResponse : AmazonWebServiceResponse
{
    public PermissionsBoundary? PermissionsBoundary { get; set; }
}
