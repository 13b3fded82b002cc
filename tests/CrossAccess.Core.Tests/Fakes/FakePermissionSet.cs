using System.Collections.Concurrent;

namespace CrossAccess.Core.Tests;

/// <summary>A permission set with what hangs on it.</summary>
internal sealed class FakePermissionSet(PermissionSetState state)
{
    public PermissionSetState State { get; set; } = state;

    public string? InlinePolicy { get; set; }

    /// <summary>AWS managed policies.</summary>
    public List<string> Managed { get; } = [];

    /// <summary>The accounts' own managed policies to which the set refers, by name.</summary>
    public List<string> CustomerManaged { get; } = [];

    /// <summary>What of them the set's role has in each account.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> InForce { get; } = new();

    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Accounts that have the set; true where what they have is outdated.</summary>
    public Dictionary<string, bool> Provisioned { get; } = [];
}
