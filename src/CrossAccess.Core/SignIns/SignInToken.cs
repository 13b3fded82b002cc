using System.Text.Json;

namespace CrossAccess;

/// <summary>What one file of the token cache holds. The tokens and the client's secret are never printed.</summary>
internal sealed record SignInToken(string FileName, string StartUrl, string Region, string AccessToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Renewed when less than this is left.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    /// <summary>The name of the sso-session; null where no name that is known here makes the file's.</summary>
    public string? SessionName { get; init; }

    public string? RefreshToken { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>When the client that was registered for this sign-in ends, and with it the refresh token's use.</summary>
    public DateTimeOffset? RegistrationExpiresAt { get; init; }

    /// <summary>The session name that Identity Center gives this user, learnt from AWS itself. Kept beside the token, because it changes with it alone.</summary>
    public string? UserName { get; init; }

    /// <summary>The account in which this user's permission sets for clients are assigned, where that had to be found out.</summary>
    public string? HomeAccountId { get; init; }

    /// <summary>What other tools wrote.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Unknown { get; init; }

    public string DisplayName => SessionName ?? StartUrl;

    public bool Refreshes => RefreshToken is not null && ClientId is not null && ClientSecret is not null;

    public bool IsFresh(DateTimeOffset now) => ExpiresAt - RenewBefore > now;

    public bool HasEnded(DateTimeOffset now) => ExpiresAt <= now;

    public bool CanRefresh(DateTimeOffset now) => Refreshes && (RegistrationExpiresAt is not { } end || end > now);

    /// <summary>True for the same portal, however its address is written.</summary>
    public bool IsOf(string startUrl) => PortalUrl.AreSame(StartUrl, startUrl);

    public CrossAccessSignIn ToResult() => new()
    {
        SessionName = SessionName,
        StartUrl = StartUrl,
        Region = Region,
        UserName = UserName,
        ExpiresAt = ExpiresAt,
        Refreshes = Refreshes,
    };

    // A record prints its members; these are secrets.
    public override string ToString() => $"sign-in {DisplayName}";
}
