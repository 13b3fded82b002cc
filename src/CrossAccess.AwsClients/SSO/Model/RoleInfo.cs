using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>The RoleInfo structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_RoleInfo.html"/>.</summary>
public class RoleInfo
{
    [Wire("roleName")]
    public string? RoleName { get; set; }

    [Wire("accountId")]
    public string? AccountId { get; set; }
}
