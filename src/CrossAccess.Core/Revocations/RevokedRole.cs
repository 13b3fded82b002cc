namespace CrossAccess;

/// <summary>A client's role whose sessions are to be ended, and how it is called and reached.</summary>
/// <param name="Arn">By the record or the convention, until the role was read: one that was made by hand may lie under a path.</param>
internal sealed record RevokedRole(SessionRevocationRequest Request, string Client, string? AccountName, string Tier, RoleArn Arn, bool IsRecorded)
{
    public string AccountId => Request.AccountId;

    public string Target => $"{Client}, account {AccountId}, role {Arn.Name}";

    /// <exception cref="ClientAccessException">TierNotFound, AccountRecordedElsewhere, InvalidAccountId for home.</exception>
    public static RevokedRole Of(SessionRevocationRequest request, Inventory inventory, CrossAccessConfiguration configuration)
    {
        AccessTier tier = inventory.RequireTier(request.Tier);
        string client = inventory.KeyOf(request.Client);
        inventory.RefuseAccountOfAnother(client, request.AccountId);
        RemoteAccessRoleDesign.RefuseHome(request.AccountId, configuration);
        return new RevokedRole(
            request,
            client,
            inventory.Clients.GetValueOrDefault(client)?.Accounts.Find(account => account.Id == request.AccountId)?.Name,
            tier.Tier,
            inventory.RoleArnOf(configuration.Company, client, request.AccountId, tier),
            inventory.FindRole(client, request.AccountId, tier.Tier) is not null);
    }

    public RevokedClientSession ToResult(ChangeStatus status, DateTimeOffset? revokedBefore = null, TimeSpan longestSession = default) => new()
    {
        Client = Client,
        AccountId = AccountId,
        AccountName = AccountName,
        Tier = Tier,
        RoleName = Arn.Name,
        RoleArn = Arn.ToString(),
        RevokedBefore = revokedBefore,
        LiftableAfter = revokedBefore + longestSession,
        Status = status,
    };
}
