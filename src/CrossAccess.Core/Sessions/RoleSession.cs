namespace CrossAccess;

/// <summary>A client's role as one caller has assumed it.</summary>
internal sealed record RoleSession(string Client, string AccountId, string? AccountName, string Tier, string RoleArn, string Region, AwsCredentials Credentials)
{
    /// <summary>The name that CloudTrail shows.</summary>
    public required string RoleSessionName { get; init; }

    /// <summary>Null where the role does not allow one.</summary>
    public string? SourceIdentity { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether the tier may do everything.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>When the access that opened it ends, UTC; null: no end is known.</summary>
    public DateTimeOffset? AccessEnds { get; init; }

    /// <summary>The sign-in that it was entered from; null where it was another source, or one without a name.</summary>
    public string? SignInName { get; init; }

    /// <summary>UTC. STS always says when; an hour is what it gives unasked.</summary>
    public DateTimeOffset Expiration => Credentials.Expiration ?? throw new InvalidOperationException("STS gave no expiration.");

    public override string ToString() => $"{Client} {Tier} ({AccountId})";
}
