using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Get-AccessTier: the levels of access that clients' roles may have.</summary>
[Cmdlet(VerbsCommon.Get, "AccessTier")]
[OutputType(typeof(AccessTier))]
public sealed class GetAccessTierCommand : ClientCommand
{
    /// <summary>Names or wildcards; by default all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string[]? Tier { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string wanted in Tier ?? ["*"])
        {
            if (TryRun(wanted, (_, _) => Task.FromResult(Find(wanted)), out IReadOnlyList<AccessTier> tiers)) WriteObject(tiers, enumerateCollection: true);
        }
    }

    private IReadOnlyList<AccessTier> Find(string wanted)
    {
        Inventory inventory = Services.Inventory.Read();
        if (!WildcardPattern.ContainsWildcardCharacters(wanted)) return [inventory.RequireTier(wanted)];
        var pattern = WildcardPattern.Get(wanted, WildcardOptions.IgnoreCase);
        return [.. inventory.ListTiers().Where(tier => pattern.IsMatch(tier.Tier))];
    }
}
