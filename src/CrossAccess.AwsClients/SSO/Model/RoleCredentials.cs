using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>The RoleCredentials structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_RoleCredentials.html"/>.</summary>
public class RoleCredentials
{
    [Wire("accessKeyId")]
    public string? AccessKeyId { get; set; }

    [Wire("secretAccessKey")]
    public string? SecretAccessKey { get; set; }

    [Wire("sessionToken")]
    public string? SessionToken { get; set; }

    [Wire("expiration")]
    public long? Expiration { get; set; }
}
