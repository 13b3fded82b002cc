using System.Collections;

namespace CrossAccess.Binding;

/// <summary>Users or groups that earlier grants name. The identity store holds more, but asking it would need a network.</summary>
internal abstract class PrincipalCompleter(PrincipalType type) : LocalCompleter
{
    protected sealed override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters) =>
        InventoryFile.Locate().Read().Grants
            .Where(grant => grant.Type == type)
            .GroupBy(grant => grant.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(grants => grants.Key, StringComparer.OrdinalIgnoreCase)
            .Select(grants => (grants.Key, $"has {string.Join(", ", grants.Select(grant => $"{grant.Client} {grant.Tier}"))}"));
}
