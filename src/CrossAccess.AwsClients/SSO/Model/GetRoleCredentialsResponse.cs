using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>What the GetRoleCredentials operation returns.</summary>
public class GetRoleCredentialsResponse : AmazonWebServiceResponse
{
    [Wire("roleCredentials")]
    public RoleCredentials? RoleCredentials { get; set; }
}
