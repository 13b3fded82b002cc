namespace CrossAccess;

/// <summary>What came of trying the door: nothing is entered, and no session is kept.</summary>
internal sealed record EntryAttempt
{
    /// <summary>Why there were no credentials to try with; null where there were.</summary>
    public ClientAccessException? NotOpened { get; init; }

    public RoleEntrance? Entrance { get; init; }

    /// <summary>AWS's refusal; null where it let the caller in.</summary>
    public ClientAccessException? Refusal { get; init; }

    /// <summary>The client's credentials, where AWS gave any.</summary>
    public AwsCredentials? Credentials { get; init; }

    /// <summary>The source identity that AWS accepted.</summary>
    public string? SourceIdentity { get; init; }

    public bool Entered => Credentials is not null;
}
