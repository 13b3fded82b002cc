using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Get-ClientAccess: who holds which client permission set on the home account, as Identity Center says now.</summary>
[Cmdlet(VerbsCommon.Get, "ClientAccess")]
[OutputType(typeof(ClientAccess))]
public sealed class GetClientAccessCommand : ChangeCommand<ClientAccess>
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
        foreach ((string client, string tier) in pairs) SubmitReading(client, (_, cancellation) => ReadAsync(client, tier, cancellation));
    }

    private async Task<IReadOnlyList<ClientAccess>> ReadAsync(string client, string tier, CancellationToken cancellation)
    {
        var found = new List<ClientAccess>();
        await foreach (ClientAccess access in Services.Grants.ListAsync(client, tier, cancellation)) found.Add(access);
        return found;
    }
}
