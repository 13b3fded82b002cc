using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>A client as the inventory records it.</summary>
internal sealed record InventoryClient
{
    public string? DisplayName { get; init; }

    public ImmutableList<InventoryAccount> Accounts { get; init; } = [];

    /// <summary>The client's permission sets by tier, so that one call finds a set that Identity Center lists by ARN alone.</summary>
    public ImmutableSortedDictionary<string, string> PermissionSets { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of those sets that the convention does not name; null where there are none.</summary>
    public ImmutableSortedDictionary<string, string>? PermissionSetNames { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    internal InventoryClient IgnoringCase() => this with
    {
        PermissionSets = PermissionSets.WithComparers(StringComparer.OrdinalIgnoreCase),
        PermissionSetNames = PermissionSetNames?.WithComparers(StringComparer.OrdinalIgnoreCase),
        Accounts = [.. Accounts.Select(account => account with { Roles = account.Roles.WithComparers(StringComparer.OrdinalIgnoreCase) })],
    };
}
