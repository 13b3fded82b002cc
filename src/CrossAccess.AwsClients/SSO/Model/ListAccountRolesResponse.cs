using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>What the ListAccountRoles operation returns.</summary>
public class ListAccountRolesResponse : AmazonWebServiceResponse
{
    [Wire("nextToken")]
    public string? NextToken { get; set; }

    [Wire("roleList")]
    public List<RoleInfo>? RoleList { get; set; }
}
