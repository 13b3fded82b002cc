using System.Diagnostics.CodeAnalysis;

namespace CrossAccess;

/// <summary>A remote access role as it shall be in one account.</summary>
internal sealed record RemoteAccessRoleDesign : RemoteAccessRoleBlueprint
{
    [SetsRequiredMembers]
    private RemoteAccessRoleDesign(RemoteAccessRoleBlueprint blueprint, RemoteAccessRoleRequest request, string roleArn, string? accountName)
        : base(blueprint) => (Request, RoleArn, AccountName) = (request, roleArn, accountName);

    public RemoteAccessRoleRequest Request { get; }

    public string RoleArn { get; init; }

    public string? AccountName { get; }

    public static RemoteAccessRoleDesign Create(RemoteAccessRoleRequest request, Inventory inventory, CrossAccessConfiguration configuration)
    {
        string client = inventory.KeyOf(request.Client);
        RefuseHome(request.AccountId, configuration);
        // The same refusals as when it is recorded, before anything is made.
        Inventory recorded = inventory.WithAccount(client, request.AccountId, request.AccountName, request.DisplayName);
        RemoteAccessRoleBlueprint blueprint = RemoteAccessRoleBlueprint.Create(request, request.AccountId, recorded, configuration);
        return new RemoteAccessRoleDesign(
            blueprint,
            request,
            CrossAccess.RoleArn.Of(configuration.Partition, request.AccountId, blueprint.RoleName).ToString(),
            recorded.RequireClient(client).RequireAccount(client, request.AccountId).Name);
    }

    public static void RefuseHome(string accountId, CrossAccessConfiguration configuration)
    {
        if (accountId != configuration.HomeAccountId) return;
        throw new ClientAccessException(ClientAccessError.InvalidAccountId, $"Account {accountId} is your home account; a client's role lies in the client's.");
    }

    public RemoteAccessRole ToResult(ChangeStatus status) => new()
    {
        Client = Client,
        AccountId = Request.AccountId,
        AccountName = AccountName,
        Tier = Tier.Tier,
        RoleName = RoleName,
        RoleArn = RoleArn,
        ExternalId = Request.ExternalId,
        ManagedPolicyArn = ManagedPolicyArns,
        MaxSessionDuration = NewMaxSessionDuration,
        Status = status,
    };
}
