namespace CrossAccess;

/// <summary>A request to assume a role (sts:AssumeRole).</summary>
internal sealed record RoleAssumption(string RoleArn, string SessionName)
{
    public string? ExternalId { get; init; }

    public string? SourceIdentity { get; init; }

    /// <summary>900 seconds to 12 hours; at most one hour when the caller is itself a role session.</summary>
    public TimeSpan? Duration { get; init; }
}
