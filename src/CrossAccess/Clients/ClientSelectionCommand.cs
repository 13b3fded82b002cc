using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>A cmdlet that reads something of every client and tier that is named or matches.</summary>
/// <typeparam name="TResult">What the cmdlet emits.</typeparam>
public abstract class ClientSelectionCommand<TResult> : ChangeCommand<TResult>
{
    /// <summary>Names or wildcards; by default all clients of the inventory.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public virtual string[]? Client { get; set; }

    /// <summary>The tiers; by default all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public virtual string[]? Tier { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (string[] clients, string[]? tiers) = (Client ?? ["*"], Tier);
        if (!TryRun(null, (_, _) => Task.FromResult(Select(Services.Inventory.Read(), clients, tiers)), out IReadOnlyList<(string Client, string Tier)> selected)) return;
        bool isNamed = tiers is not null && !clients.Any(WildcardPattern.ContainsWildcardCharacters);
        foreach ((string client, string tier) in selected)
            SubmitReading(client, (_, cancellation) => ReadAsync(client, tier, isNamed, cancellation));
    }

    /// <param name="isNamed">Client and tier were named outright, so that there being nothing is an error.</param>
    private protected abstract Task<IReadOnlyList<TResult>> ReadAsync(string client, string tier, bool isNamed, CancellationToken cancellation);

    private static IReadOnlyList<(string Client, string Tier)> Select(Inventory inventory, string[] clients, string[]? tiers)
    {
        string[] wantedTiers = [.. tiers?.Select(tier => inventory.RequireTier(tier).Tier) ?? inventory.ListTiers().Select(tier => tier.Tier)];
        return
        [
            .. clients
                .SelectMany(name => Matching(inventory, name))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .SelectMany(client => wantedTiers.Select(tier => (client, tier))),
        ];
    }

    private static IEnumerable<string> Matching(Inventory inventory, string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            inventory.RequireClient(name);
            return [inventory.KeyOf(name)];
        }
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        return inventory.Clients.Keys.Where(pattern.IsMatch);
    }
}
