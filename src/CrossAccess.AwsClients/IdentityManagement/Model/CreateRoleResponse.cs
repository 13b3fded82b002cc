using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the CreateRole operation returns.</summary>
public class CreateRoleResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public Role? Role { get; set; }
}
