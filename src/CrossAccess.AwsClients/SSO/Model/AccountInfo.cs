using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>The AccountInfo structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_AccountInfo.html"/>.</summary>
public class AccountInfo
{
    [Wire("accountId")]
    public string? AccountId { get; set; }

    [Wire("accountName")]
    public string? AccountName { get; set; }

    /// <summary>1 to 254 characters.</summary>
    [Wire("emailAddress")]
    public string? EmailAddress { get; set; }
}
