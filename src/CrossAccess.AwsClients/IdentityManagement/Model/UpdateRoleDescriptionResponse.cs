using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the UpdateRoleDescription operation returns.</summary>
public class UpdateRoleDescriptionResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}
