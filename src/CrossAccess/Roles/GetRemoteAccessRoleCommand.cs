using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Get-RemoteAccessRole: the roles in a client's accounts as IAM describes them now.</summary>
[Cmdlet(VerbsCommon.Get, "RemoteAccessRole")]
[OutputType(typeof(RemoteAccessRole))]
public sealed class GetRemoteAccessRoleCommand : RemoteAccountCommand<RemoteAccessRole>
{
    /// <summary>The client's account; by default all that the inventory records.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryRun(Client, (_, _) => Task.FromResult((Services.Inventory.Read(), RemoteCredentials())), out (Inventory Inventory, RemoteCredentials Credentials) scope)) return;
        string client = Client;
        string[]? tiers = Tier;
        if (!TryRun(client, (_, _) => Task.FromResult(Accounts(scope.Inventory)), out IReadOnlyList<string> accounts)) return;
        foreach (string account in accounts)
            SubmitReading(client, async (_, cancellation) => await ReadAsync(client, account, tiers, scope, cancellation));
    }

    private IReadOnlyList<string> Accounts(Inventory inventory) =>
        AccountId is null ? [.. inventory.RequireClient(Client).Accounts.Select(account => account.Id)] : [AccountId];

    private async Task<IReadOnlyList<RemoteAccessRole>> ReadAsync(
        string client, string account, string[]? tiers, (Inventory Inventory, RemoteCredentials Credentials) scope, CancellationToken cancellation)
    {
        var roles = new List<RemoteAccessRole>();
        foreach (string tier in tiers ?? [.. scope.Inventory.ListTiers().Select(tier => tier.Tier)])
        {
            if (await Services.Roles.FindAsync(client, account, tier, scope.Credentials, cancellation) is { } role) roles.Add(role);
            else if (tiers is not null) throw new ClientAccessException(ClientAccessError.RoleNotFound, $"Account {account} has no role of tier '{tier}' for {client}.");
        }
        return roles;
    }
}
