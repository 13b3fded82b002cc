namespace CrossAccess;

/// <summary>
/// Identity Center as a user meets it: signing in (https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/) and what
/// the access portal offers (https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/). Nothing is signed.
/// </summary>
internal interface IAccessPortal
{
    /// <param name="redirectUri">Where a browser brings the code to; null for a device.</param>
    Task<RegisteredOidcClient> RegisterClientAsync(string startUrl, string? redirectUri, CancellationToken cancellation);

    /// <summary>The page that a browser opens; the query follows.</summary>
    Uri AuthorizePage { get; }

    Task<DeviceAuthorization> StartDeviceAuthorizationAsync(RegisteredOidcClient client, string startUrl, CancellationToken cancellation);

    Task<IssuedToken> RedeemCodeAsync(RegisteredOidcClient client, string code, string verifier, string redirectUri, CancellationToken cancellation);

    /// <exception cref="ClientAccessException">AwsErrorCode says how it stands: AuthorizationPendingException, SlowDownException, …</exception>
    Task<IssuedToken> RedeemDeviceCodeAsync(RegisteredOidcClient client, string deviceCode, CancellationToken cancellation);

    Task<IssuedToken> RefreshAsync(RegisteredOidcClient client, string refreshToken, CancellationToken cancellation);

    /// <summary>The accounts in which the user has anything.</summary>
    Task<IReadOnlyList<string>> ListAccountsAsync(string accessToken, CancellationToken cancellation);

    /// <summary>The names of the permission sets that the user has in an account.</summary>
    Task<IReadOnlyList<string>> ListPermissionSetsAsync(string accessToken, string accountId, CancellationToken cancellation);

    Task LogoutAsync(string accessToken, CancellationToken cancellation);
}
