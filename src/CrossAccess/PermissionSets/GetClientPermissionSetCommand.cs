using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Get-ClientPermissionSet: the permission sets that reach clients, as Identity Center describes them now.</summary>
[Cmdlet(VerbsCommon.Get, "ClientPermissionSet")]
[OutputType(typeof(ClientPermissionSet))]
public sealed class GetClientPermissionSetCommand : ChangeCommand<ClientPermissionSet>
{
    /// <summary>Names or wildcards; by default all clients of the inventory.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string[]? Client { get; set; }

    /// <summary>The tiers; by default all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string[]? Tier { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[]? wanted = Client;
        string[]? tiers = Tier;
        if (!TryRun(null, (_, _) => Task.FromResult(ClientSelection.Pairs(Services.Inventory.Read(), wanted, tiers)), out IReadOnlyList<(string Client, string Tier)> pairs)) return;
        bool isNamed = ClientSelection.IsNamed(wanted) && tiers is not null;
        foreach ((string client, string tier) in pairs)
        {
            SubmitReading(client, async (_, cancellation) =>
                await Services.PermissionSets.FindAsync(client, tier, cancellation) is { } set ? [set]
                : isNamed ? throw new ClientAccessException(ClientAccessError.PermissionSetNotFound, $"Identity Center has no permission set '{client}{tier}'.")
                : []);
        }
    }
}
