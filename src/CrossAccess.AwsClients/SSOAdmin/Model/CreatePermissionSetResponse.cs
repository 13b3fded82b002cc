using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the CreatePermissionSet operation returns.</summary>
public class CreatePermissionSetResponse : AmazonWebServiceResponse
{
    public PermissionSet? PermissionSet { get; set; }
}
