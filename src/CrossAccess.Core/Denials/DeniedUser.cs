namespace CrossAccess;

/// <summary>A user to whom home's policy crossaccess-deny denies everything, in every session of every permission set that carries it.</summary>
public sealed record DeniedUser
{
    /// <summary>The user's UserName.</summary>
    public required string User { get; init; }

    /// <summary>The user's id in the identity store.</summary>
    public required string UserId { get; init; }

    /// <summary>The user's client permission sets in which nothing is allowed any more.</summary>
    public IReadOnlyList<string> PermissionSetName { get; init; } = [];

    /// <summary>What the user can do all the same, and until when.</summary>
    public IReadOnlyList<RemainingAccess> Remaining { get; init; } = [];

    /// <summary>What the command did; null from Get-ClientAccess.</summary>
    public ChangeStatus? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => User;
}
