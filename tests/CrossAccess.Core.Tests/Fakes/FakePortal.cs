namespace CrossAccess.Core.Tests;

/// <summary>An Identity Center that signs anybody in who asks, and counts.</summary>
internal sealed class FakePortal : IAccessPortal
{
    private int _issued;

    /// <summary>The AWS error codes that the next polls of a device are answered with.</summary>
    public Queue<string> DevicePolls { get; } = new();

    /// <summary>Answers each refresh; by default a new token.</summary>
    public Func<string, IssuedToken>? OnRefresh { get; set; }

    public List<string> LoggedOut { get; } = [];

    public Dictionary<string, IReadOnlyList<string>> Sets { get; } = [];

    /// <summary>What was redeemed: code, verifier and redirect URI.</summary>
    public (string Code, string Verifier, string RedirectUri)? Redeemed { get; private set; }

    public Uri AuthorizePage { get; } = new("https://oidc.example/authorize");

    public Task<RegisteredOidcClient> RegisterClientAsync(string startUrl, string? redirectUri, CancellationToken cancellation) =>
        Task.FromResult(new RegisteredOidcClient("client", "client-secret", DateTimeOffset.UtcNow.AddDays(90)));

    public Task<DeviceAuthorization> StartDeviceAuthorizationAsync(RegisteredOidcClient client, string startUrl, CancellationToken cancellation) =>
        Task.FromResult(new DeviceAuthorization("device", "ABCD-EFGH", "https://device.example/", null, TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(1)));

    public Task<IssuedToken> RedeemCodeAsync(RegisteredOidcClient client, string code, string verifier, string redirectUri, CancellationToken cancellation)
    {
        Redeemed = (code, verifier, redirectUri);
        return Task.FromResult(Issue());
    }

    public Task<IssuedToken> RedeemDeviceCodeAsync(RegisteredOidcClient client, string deviceCode, CancellationToken cancellation) =>
        DevicePolls.TryDequeue(out string? code)
            ? throw new ClientAccessException(ErrorOf(code), code) { AwsErrorCode = code }
            : Task.FromResult(Issue());

    public Task<IssuedToken> RefreshAsync(RegisteredOidcClient client, string refreshToken, CancellationToken cancellation) =>
        Task.FromResult(OnRefresh is null ? Issue() : OnRefresh(refreshToken));

    public Task<IReadOnlyList<string>> ListAccountsAsync(string accessToken, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([.. Sets.Keys]);

    public Task<IReadOnlyList<string>> ListPermissionSetsAsync(string accessToken, string accountId, CancellationToken cancellation) => Task.FromResult(Sets[accountId]);

    public Task LogoutAsync(string accessToken, CancellationToken cancellation)
    {
        LoggedOut.Add(accessToken);
        return Task.CompletedTask;
    }

    private IssuedToken Issue() => new($"access-{Interlocked.Increment(ref _issued)}", TimeSpan.FromHours(1), $"refresh-{_issued}");

    private static ClientAccessError ErrorOf(string code) => code switch
    {
        "AccessDeniedException" => ClientAccessError.ClientAccessDenied,
        "ExpiredTokenException" => ClientAccessError.CredentialsExpired,
        _ => ClientAccessError.RequestRejected,
    };
}
