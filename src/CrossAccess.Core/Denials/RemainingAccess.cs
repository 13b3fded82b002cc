namespace CrossAccess;

/// <summary>What a user can still do whom home denies everything.</summary>
public sealed record RemainingAccess
{
    /// <summary>The client's key; null where the permission set is no client's.</summary>
    public string? Client { get; init; }

    /// <summary>The tier; null where the permission set is no client's.</summary>
    public string? Tier { get; init; }

    /// <summary>The permission set.</summary>
    public required string PermissionSetName { get; init; }

    /// <summary>What can still be done.</summary>
    public required string What { get; init; }

    /// <summary>When it ends by itself at the latest, UTC; null: not by itself.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What ends it sooner, or at all: a command, or what to do elsewhere.</summary>
    public required string NextStep { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{What}, {(Until is { } until ? $"until {until:u} at the latest" : "without an end")}. {(Until is null ? "To end it" : "Sooner")}: {NextStep}";
}
