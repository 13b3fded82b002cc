using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The tiers, built in and of the inventory.</summary>
internal sealed class TierCompleter : LocalCompleter
{
    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters) =>
        InventoryFile.Locate().Read().ListTiers().Select(tier => (tier.Tier, $"role <company>-{tier.RoleNameSuffix}"));
}
