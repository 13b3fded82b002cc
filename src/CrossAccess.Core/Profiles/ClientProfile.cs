namespace CrossAccess;

/// <summary>A profile by which other tools enter a client's role.</summary>
public sealed record ClientProfile
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>The client's account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's short name; null where it has none.</summary>
    public string? AccountName { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The profile's name: what <c>aws --profile</c> takes.</summary>
    public required string ProfileName { get; init; }

    /// <summary>The profile that it starts from: the client's permission set in the home account.</summary>
    public required string HomeProfileName { get; init; }

    /// <summary>The role that it enters.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The AWS Region that tools work in with it.</summary>
    public required string Region { get; init; }

    /// <summary>The file that it stands in.</summary>
    public required string Path { get; init; }

    /// <summary>Planned, Created, Updated, Unchanged or Removed.</summary>
    public required ChangeStatus Status { get; init; }

    internal ProfileKey Key => new(Client, Tier, AccountId);

    /// <inheritdoc/>
    public override string ToString() => ProfileName;
}
