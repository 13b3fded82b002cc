using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Portal;

/// <summary>
/// Identity Center's OIDC service (https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/): clients register, devices
/// ask, and codes and refresh tokens are turned into portal tokens. Users approve in <see cref="SignIns"/>.
/// </summary>
internal sealed class OidcService(Cloud cloud, PortalSessions sessions, SignIns signIns)
{
    private static readonly TimeSpan ClientLife = TimeSpan.FromDays(90);
    // A token that can be refreshed is short, and the session behind it is long.
    private static readonly TimeSpan RefreshedTokenLife = TimeSpan.FromHours(1);
    private readonly Dictionary<string, (PortalSession Session, string ClientId)> _refreshTokens = [];

    public Service Create() => new("sso-oidc", "sso-oauth",
    [
        new Operation("RegisterClient", null, RegisterClient),
        new Operation("StartDeviceAuthorization", null, StartDeviceAuthorization),
        new Operation("CreateToken", null, CreateToken),
    ]);

    private JsonObject RegisterClient(Call call)
    {
        if (call.Required("clientType") != "public")
            throw new ServiceError("InvalidClientMetadataException", "The client type must be public.");
        RegisteredClient client = new(RandomNames.HexDigits(32), RandomNames.HexDigits(64), call.Required("clientName"), cloud.Now + ClientLife)
        {
            Scopes = Scopes(call),
            GrantTypes = Grants(call),
            RedirectUris = [.. call.Texts("redirectUris").Select(Redirect)],
        };
        if (client.GrantTypes.Contains(OAuthGrants.AuthorizationCode))
            CheckBrowserClient(call, client);
        signIns.Add(client);
        return new JsonObject
        {
            ["clientId"] = client.Id,
            ["clientSecret"] = client.Secret,
            ["clientIdIssuedAt"] = cloud.Now.ToUnixTimeSeconds(),
            ["clientSecretExpiresAt"] = client.Expiration.ToUnixTimeSeconds(),
        };
    }

    private static string[] Scopes(Call call)
    {
        string[] scopes = [.. call.Texts("scopes")];
        return scopes.FirstOrDefault(static scope => scope.Length == 0 || scope.Any(static c => c is <= ' ' or '"' or '\\' or > '~')) is null
            ? scopes
            : throw new ServiceError("InvalidScopeException", "A scope is not valid.");
    }

    // A client that names no grants is a device.
    private static string[] Grants(Call call)
    {
        string[] grants = [.. call.Texts("grantTypes")];
        if (grants.Length == 0)
            return [OAuthGrants.DeviceCode, OAuthGrants.RefreshToken];
        return grants.FirstOrDefault(static grant => !OAuthGrants.All.Contains(grant)) is { } unknown ? throw Unsupported(unknown) : grants;
    }

    private static Uri Redirect(string text)
        => RedirectUris.Registrable(text) ?? throw new ServiceError("InvalidRedirectUriException", "A redirect URI must be https, or http on the loopback address.");

    private void CheckBrowserClient(Call call, RegisteredClient client)
    {
        if (client.RedirectUris.Count == 0)
            throw new ServiceError("InvalidRedirectUriException", "The authorization_code grant needs redirectUris.");
        if (call.Text("issuerUrl") is not { } issuer || !signIns.IsPortal(issuer))
            throw new ServiceError("InvalidRequestException", "The issuer URL is not this portal's.");
    }

    private JsonObject StartDeviceAuthorization(Call call)
    {
        RegisteredClient client = Client(call);
        RequireGrant(client, OAuthGrants.DeviceCode);
        if (!signIns.IsPortal(call.Required("startUrl")))
            throw new ServiceError("InvalidRequestException", "The start URL is not this portal's.");
        DeviceAuthorization device = signIns.StartDevice(client);
        return new JsonObject
        {
            ["deviceCode"] = device.DeviceCode,
            ["userCode"] = device.UserCode,
            ["verificationUri"] = signIns.DevicePage,
            ["verificationUriComplete"] = $"{signIns.DevicePage}?user_code={device.UserCode}",
            ["expiresIn"] = (int)SignIns.CodeLife.TotalSeconds,
            ["interval"] = (int)DeviceAuthorization.Interval.TotalSeconds,
        };
    }

    private JsonObject CreateToken(Call call)
    {
        RegisteredClient client = Client(call);
        string grant = call.Required("grantType");
        if (!OAuthGrants.All.Contains(grant))
            throw Unsupported(grant);
        RequireGrant(client, grant);
        return Tokens(client, grant switch
        {
            OAuthGrants.DeviceCode => signIns.RedeemDevice(client, call.Text("deviceCode")),
            OAuthGrants.AuthorizationCode => signIns.RedeemCode(client, call.Text("code"), call.Text("redirectUri"), call.Text("codeVerifier")),
            _ => Refresh(call, client),
        });
    }

    // A refresh token is good once.
    private PortalSession Refresh(Call call, RegisteredClient client)
    {
        if (call.Text("refreshToken") is { } token && _refreshTokens.TryGetValue(token, out (PortalSession Session, string ClientId) held) && held.ClientId == client.Id)
        {
            _refreshTokens.Remove(token);
            if (sessions.UserOf(held.Session) is not null)
                return held.Session;
        }
        throw new ServiceError("InvalidGrantException", "The refresh token is not valid.");
    }

    private JsonObject Tokens(RegisteredClient client, PortalSession session)
    {
        TimeSpan left = session.Expiration - cloud.Now;
        TimeSpan life = client.MayRefresh && left > RefreshedTokenLife ? RefreshedTokenLife : left;
        string? refresh = client.MayRefresh ? "aor" + RandomNames.HexDigits(80) : null;
        if (refresh is not null)
            _refreshTokens.Add(refresh, (session, client.Id));
        return new JsonObject
        {
            ["accessToken"] = sessions.Issue(session, life),
            ["tokenType"] = "Bearer",
            ["expiresIn"] = (int)life.TotalSeconds,
            ["refreshToken"] = refresh,
        };
    }

    private RegisteredClient Client(Call call)
        => signIns.FindClient(call.Required("clientId")) is { } client && client.Secret == call.Required("clientSecret")
            ? client
            : throw new ServiceError("InvalidClientException", "The client is not registered, or its secret has expired.");

    private static void RequireGrant(RegisteredClient client, string grant)
    {
        if (!client.GrantTypes.Contains(grant))
            throw new ServiceError("UnauthorizedClientException", $"The client has not registered for the grant type {grant}.");
    }

    private static ServiceError Unsupported(string grant) => new("UnsupportedGrantTypeException", $"The grant type {grant} is not supported.");
}
