namespace CrossAccess;

/// <summary>A sign-in to Identity Center, in the cache that AWS tools share. It holds no token.</summary>
public sealed record CrossAccessSignIn
{
    /// <summary>The sign-in's name: that of the AWS CLI's sso-session. Null where it was made under a name that nothing here records.</summary>
    public string? SessionName { get; init; }

    /// <summary>The access portal.</summary>
    public required string StartUrl { get; init; }

    /// <summary>The AWS Region of Identity Center.</summary>
    public required string Region { get; init; }

    /// <summary>The user's name, as roles are entered under it; null until it is known.</summary>
    public string? UserName { get; init; }

    /// <summary>When the token ends, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>True where the token is renewed in silence before it ends, for as long as Identity Center lets the session last.</summary>
    public bool Refreshes { get; init; }

    /// <inheritdoc/>
    public override string ToString() => SessionName ?? StartUrl;
}
