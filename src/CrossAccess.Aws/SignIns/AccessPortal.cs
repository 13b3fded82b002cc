using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSO.Model;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;

namespace CrossAccess.Aws;

/// <summary>Identity Center's OIDC service and access portal in one Region. Neither is signed for.</summary>
internal sealed class AccessPortal : IAccessPortal
{
    private const string ClientName = "CrossAccess";
    private const string DeviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";
    private const string CodeGrant = "authorization_code";
    private const string RefreshGrant = "refresh_token";

    private readonly AwsSettings _settings;
    private readonly string _region;
    private readonly AmazonSSOOIDCClient _oidc;
    private readonly AmazonSSOClient _portal;
    private readonly AwsCalls _calls = new("the sign-in to Identity Center", () => null);

    public AccessPortal(AwsSettings settings, string region)
    {
        _settings = settings;
        _region = RegionName.Parse(region);
        var clients = new ServiceClients(settings, new AnonymousAWSCredentials());
        _oidc = clients.SignIn(region);
        _portal = clients.AccessPortal(region);
    }

    public Uri AuthorizePage => new($"{_settings.EndpointOf("SSO_OIDC")?.TrimEnd('/') ?? $"https://oidc.{_region}.{AwsRegions.DomainOf(Partition.OfRegion(_region))}"}/authorize");

    public async Task<RegisteredOidcClient> RegisterClientAsync(string startUrl, string? redirectUri, CancellationToken cancellation)
    {
        var request = new RegisterClientRequest { ClientName = ClientName, ClientType = "public", Scopes = [CrossAccess.SignIns.Scope] };
        if (redirectUri is not null)
        {
            request.GrantTypes = [CodeGrant, RefreshGrant];
            request.RedirectUris = [redirectUri];
            request.IssuerUrl = startUrl;
        }
        RegisterClientResponse registered = await _calls.RunAsync("sso-oauth:RegisterClient", () => _oidc.RegisterClientAsync(request, cancellation), cancellation, _region);
        return new RegisteredOidcClient(
            registered.ClientId!,
            registered.ClientSecret!,
            registered.ClientSecretExpiresAt is > 0 and { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
    }

    public async Task<DeviceAuthorization> StartDeviceAuthorizationAsync(RegisteredOidcClient client, string startUrl, CancellationToken cancellation)
    {
        var request = new StartDeviceAuthorizationRequest { ClientId = client.Id, ClientSecret = client.Secret, StartUrl = startUrl };
        StartDeviceAuthorizationResponse device = await _calls.RunAsync("sso-oauth:StartDeviceAuthorization", () => _oidc.StartDeviceAuthorizationAsync(request, cancellation), cancellation, startUrl);
        return new DeviceAuthorization(
            device.DeviceCode!,
            device.UserCode!,
            device.VerificationUri!,
            device.VerificationUriComplete,
            TimeSpan.FromSeconds(device.ExpiresIn ?? 600),
            // "If not provided, 5 seconds": https://datatracker.ietf.org/doc/html/rfc8628#section-3.2
            TimeSpan.FromSeconds(device.Interval ?? 5));
    }

    public Task<IssuedToken> RedeemCodeAsync(RegisteredOidcClient client, string code, string verifier, string redirectUri, CancellationToken cancellation) =>
        CreateTokenAsync(client, new CreateTokenRequest { GrantType = CodeGrant, Code = code, CodeVerifier = verifier, RedirectUri = redirectUri }, cancellation);

    public Task<IssuedToken> RedeemDeviceCodeAsync(RegisteredOidcClient client, string deviceCode, CancellationToken cancellation) =>
        CreateTokenAsync(client, new CreateTokenRequest { GrantType = DeviceCodeGrant, DeviceCode = deviceCode }, cancellation);

    public Task<IssuedToken> RefreshAsync(RegisteredOidcClient client, string refreshToken, CancellationToken cancellation) =>
        CreateTokenAsync(client, new CreateTokenRequest { GrantType = RefreshGrant, RefreshToken = refreshToken }, cancellation);

    public Task<IReadOnlyList<string>> ListAccountsAsync(string accessToken, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (token, stop) =>
        {
            var request = new ListAccountsRequest { AccessToken = accessToken, NextToken = token };
            ListAccountsResponse page = await _calls.RunAsync("sso:ListAccounts", () => _portal.ListAccountsAsync(request, stop), stop);
            return (page.AccountList?.Select(account => account.AccountId!), page.NextToken);
        },
        cancellation);

    public Task<IReadOnlyList<string>> ListPermissionSetsAsync(string accessToken, string accountId, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (token, stop) =>
        {
            var request = new ListAccountRolesRequest { AccessToken = accessToken, AccountId = accountId, NextToken = token };
            ListAccountRolesResponse page = await _calls.RunAsync("sso:ListAccountRoles", () => _portal.ListAccountRolesAsync(request, stop), stop, $"account {accountId}");
            return (page.RoleList?.Select(role => role.RoleName!), page.NextToken);
        },
        cancellation);

    public Task LogoutAsync(string accessToken, CancellationToken cancellation)
    {
        var request = new LogoutRequest { AccessToken = accessToken };
        return _calls.RunAsync("sso:Logout", () => _portal.LogoutAsync(request, cancellation), cancellation);
    }

    private async Task<IssuedToken> CreateTokenAsync(RegisteredOidcClient client, CreateTokenRequest request, CancellationToken cancellation)
    {
        request.ClientId = client.Id;
        request.ClientSecret = client.Secret;
        CreateTokenResponse issued = await _calls.RunAsync("sso-oauth:CreateToken", () => _oidc.CreateTokenAsync(request, cancellation), cancellation);
        return new IssuedToken(issued.AccessToken!, TimeSpan.FromSeconds(issued.ExpiresIn ?? 0), issued.RefreshToken);
    }
}
