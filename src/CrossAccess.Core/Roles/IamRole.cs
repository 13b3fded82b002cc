namespace CrossAccess;

/// <summary>A role as IAM's GetRole describes it. The trust policy is decoded JSON.</summary>
internal sealed record IamRole(string Name, string Arn, string TrustPolicy)
{
    public string? Description { get; init; }

    public TimeSpan MaxSessionDuration { get; init; } = TimeSpan.FromHours(1);

    public string? PermissionsBoundaryArn { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>UTC; null when the role was not used in the last 400 days.</summary>
    public DateTimeOffset? LastUsed { get; init; }
}
