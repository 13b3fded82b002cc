using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Portal;

/// <summary>
/// Signing in by the device flow (https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/), and refreshing the token.
/// A device is approved by <see cref="CrossAccessSandbox.ApproveDevice"/>, or at once as the user whom the options name.
/// </summary>
internal sealed class OidcService(Cloud cloud, PortalSessions portal, string portalUrl, Func<SandboxUser?> approver)
{
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
    private const string AccessScope = "sso:account:access";
    private static readonly TimeSpan ClientLife = TimeSpan.FromDays(90);
    private static readonly TimeSpan DeviceLife = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, RegisteredClient> _clients = [];
    private readonly Dictionary<string, DeviceAuthorization> _devices = [];
    private readonly Dictionary<string, (SandboxUser User, string ClientId)> _refreshTokens = [];

    public Service Create() => new("sso-oidc", "sso-oauth",
    [
        new Operation("RegisterClient", null, RegisterClient),
        new Operation("StartDeviceAuthorization", null, StartDeviceAuthorization),
        new Operation("CreateToken", null, CreateToken),
    ]);

    /// <summary>Approves the device that shows the code; false when there is none.</summary>
    public bool Approve(string userCode, SandboxUser user)
    {
        if (_devices.Values.FirstOrDefault(device => device.UserCode == userCode && device.Expiration > cloud.Now) is not { } device)
            return false;
        device.ApprovedBy = user;
        return true;
    }

    private JsonObject RegisterClient(Call call)
    {
        if (call.Required("clientType") != "public")
            throw new ServiceError("InvalidClientMetadataException", "The client type must be public.");
        RegisteredClient client = new(RandomNames.HexDigits(32), RandomNames.HexDigits(64), cloud.Now + ClientLife, call.Texts("scopes").Contains(AccessScope));
        _clients.Add(client.Id, client);
        return new JsonObject
        {
            ["clientId"] = client.Id,
            ["clientSecret"] = client.Secret,
            ["clientIdIssuedAt"] = cloud.Now.ToUnixTimeSeconds(),
            ["clientSecretExpiresAt"] = client.Expiration.ToUnixTimeSeconds(),
        };
    }

    private JsonObject StartDeviceAuthorization(Call call)
    {
        RegisteredClient client = Client(call);
        if (call.Required("startUrl").TrimEnd('/', '#') != portalUrl)
            throw new ServiceError("InvalidRequestException", "The start URL is not this portal's.");
        string userCode = RandomNames.Unique("", 4) + "-" + RandomNames.Unique("", 4);
        DeviceAuthorization device = new(RandomNames.HexDigits(64), userCode, client.Id, cloud.Now + DeviceLife) { ApprovedBy = approver() };
        _devices.Add(device.DeviceCode, device);
        return new JsonObject
        {
            ["deviceCode"] = device.DeviceCode,
            ["userCode"] = userCode,
            ["verificationUri"] = $"{portalUrl}/#/device",
            ["verificationUriComplete"] = $"{portalUrl}/#/device?user_code={userCode}",
            ["expiresIn"] = (int)DeviceLife.TotalSeconds,
            ["interval"] = 1,
        };
    }

    private JsonObject CreateToken(Call call)
    {
        RegisteredClient client = Client(call);
        return call.Required("grantType") switch
        {
            DeviceGrant => Tokens(client, Redeem(call, client)),
            "refresh_token" => Tokens(client, Refresh(call, client)),
            var other => throw new ServiceError("UnsupportedGrantTypeException", $"The grant type {other} is not supported."),
        };
    }

    private SandboxUser Redeem(Call call, RegisteredClient client)
    {
        if (call.Text("deviceCode") is not { } code || !_devices.TryGetValue(code, out DeviceAuthorization? device) || device.ClientId != client.Id)
            throw new ServiceError("InvalidGrantException", "The device code is not valid.");
        if (device.Expiration <= cloud.Now)
            throw new ServiceError("ExpiredTokenException", "The device code has expired.");
        SandboxUser user = device.ApprovedBy ?? throw new ServiceError("AuthorizationPendingException", "The device has not been approved yet.");
        _devices.Remove(code);
        return user;
    }

    private SandboxUser Refresh(Call call, RegisteredClient client)
        => call.Text("refreshToken") is { } token && _refreshTokens.TryGetValue(token, out (SandboxUser User, string ClientId) held) && held.ClientId == client.Id && _refreshTokens.Remove(token)
            ? held.User
            : throw new ServiceError("InvalidGrantException", "The refresh token is not valid.");

    // Without the scope there is no refresh token.
    private JsonObject Tokens(RegisteredClient client, SandboxUser user)
    {
        string? refresh = client.MayRefresh ? "aor" + RandomNames.HexDigits(80) : null;
        if (refresh is not null)
            _refreshTokens.Add(refresh, (user, client.Id));
        return new JsonObject
        {
            ["accessToken"] = portal.Issue(user),
            ["tokenType"] = "Bearer",
            ["expiresIn"] = (int)PortalSessions.Life.TotalSeconds,
            ["refreshToken"] = refresh,
        };
    }

    private RegisteredClient Client(Call call)
        => _clients.TryGetValue(call.Required("clientId"), out RegisteredClient? client) && client.Secret == call.Required("clientSecret") && client.Expiration > cloud.Now
            ? client
            : throw new ServiceError("InvalidClientException", "The client is not registered, or its secret has expired.");
}
