using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the GetRole operation returns.</summary>
public class GetRoleResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public Role? Role { get; set; }
}
