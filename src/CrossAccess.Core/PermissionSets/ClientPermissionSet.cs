namespace CrossAccess;

/// <summary>A permission set in the provider's Identity Center that lets its holders assume a client's roles of one tier.</summary>
public sealed record ClientPermissionSet
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>The client's account that was asked for; from Get-ClientPermissionSet the first of those that the set reaches.</summary>
    public string? AccountId { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The role that was asked for; from Get-ClientPermissionSet the first of those that the set may assume.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Every role that the set may assume.</summary>
    public IReadOnlyList<string> AssumableRoleArn { get; init; } = [];

    /// <summary>The set's name.</summary>
    public required string PermissionSetName { get; init; }

    /// <summary>The set's ARN; null while it is only planned.</summary>
    public string? PermissionSetArn { get; init; }

    /// <summary>How long a session of this set lasts in the home account.</summary>
    public TimeSpan SessionDuration { get; init; }

    /// <summary>What the command did; null from Get-ClientPermissionSet.</summary>
    public ChangeStatus? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => PermissionSetName;
}
