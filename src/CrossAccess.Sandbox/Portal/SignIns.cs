using System.Security.Cryptography;
using System.Text;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityStore;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Portal;

/// <summary>Sign-ins on their way: who asked, who has approved, and the codes that carry the approval back.</summary>
internal sealed class SignIns(Cloud cloud, PortalSessions sessions, UserDirectory directory, string portalUrl, Func<string> endpointUrl)
{
    /// <summary>How long a device or an authorization code waits.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, RegisteredClient> _clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeviceAuthorization> _devices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);

    /// <summary>The user as whom every sign-in is approved at once, without a browser.</summary>
    public Func<SandboxUser?> Approver { get; init; } = static () => null;

    public string DevicePage => endpointUrl() + "/device";

    public IEnumerable<SandboxUser> Users => directory.Users.OrderBy(static user => user.UserName, StringComparer.OrdinalIgnoreCase);

    public SandboxUser? FindUser(string? userName) => userName is null ? null : directory.FindUserByName(userName);

    public bool IsPortal(string startUrl) => startUrl.TrimEnd('/', '#') == portalUrl;

    public void Add(RegisteredClient client) => _clients.Add(client.Id, client);

    public RegisteredClient? FindClient(string? id)
        => id is not null && _clients.TryGetValue(id, out RegisteredClient? client) && client.Expiration > cloud.Now ? client : null;

    public DeviceAuthorization StartDevice(RegisteredClient client)
    {
        string userCode = RandomNames.Unique("", 4) + "-" + RandomNames.Unique("", 4);
        DeviceAuthorization device = new(RandomNames.HexDigits(64), userCode, client, cloud.Now + CodeLife) { ApprovedBy = Approver() };
        _devices.Add(device.DeviceCode, device);
        return device;
    }

    /// <summary>The device that shows the code and waits, or null.</summary>
    public DeviceAuthorization? FindDevice(string? userCode)
        => _devices.Values.FirstOrDefault(device => device.UserCode.Equals(userCode?.Trim(), StringComparison.OrdinalIgnoreCase) && device.Waits(cloud.Now));

    public PortalSession RedeemDevice(RegisteredClient client, string? deviceCode)
    {
        if (deviceCode is null || !_devices.TryGetValue(deviceCode, out DeviceAuthorization? device) || device.Client != client)
            throw new ServiceError("InvalidGrantException", "The device code is not valid.");
        SandboxUser user = device.Poll(cloud.Now);
        _devices.Remove(deviceCode);
        return Begin(user);
    }

    /// <summary>The code that tells the client that the user has approved.</summary>
    public string Approve(RegisteredClient client, Uri redirectUri, string challenge, SandboxUser user)
    {
        string code = RandomNames.HexDigits(64);
        _codes.Add(code, new AuthorizationCode(client, redirectUri, challenge, user, cloud.Now + CodeLife));
        return code;
    }

    public PortalSession RedeemCode(RegisteredClient client, string? code, string? redirectUri, string? verifier)
    {
        if (code is null || redirectUri is null || verifier is null)
            throw new ServiceError("InvalidRequestException", "The authorization_code grant needs code, redirectUri and codeVerifier.");
        if (!_codes.TryGetValue(code, out AuthorizationCode? granted) || granted.Client != client)
            throw InvalidCode();
        if (granted.Redeemed is { } stolen)
        {
            stolen.IsEnded = true;
            throw InvalidCode();
        }
        if (granted.Expiration <= cloud.Now || granted.RedirectUri.OriginalString != redirectUri || Challenge(verifier) != granted.Challenge)
            throw InvalidCode();
        granted.Redeemed = Begin(granted.User);
        return granted.Redeemed;
    }

    // One who was removed or disabled since the approval does not get in.
    private PortalSession Begin(SandboxUser user)
        => directory.FindUser(user.UserId) is not { DisabledAt: null } ? throw InvalidCode() : sessions.Begin(user);

    private static string Challenge(string verifier)
        => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static ServiceError InvalidCode() => new("InvalidGrantException", "The code is not valid.");
}
