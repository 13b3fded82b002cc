using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrossAccess;

/// <summary>
/// Serves a session's credentials on the loopback address to whoever knows the token, as AWS SDKs and the CLI ask a container's
/// endpoint. See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html"/>.
/// </summary>
internal sealed class CredentialEndpoint : IDisposable
{
    private const string Path = "/credentials";
    private const int TokenBytes = 32;

    // A request to AWS failed on the way, or AWS did; the SDK may well ask again.
    private static readonly ClientAccessError[] Passing =
    [
        ClientAccessError.EndpointUnreachable, ClientAccessError.RequestTimedOut, ClientAccessError.RequestThrottled, ClientAccessError.ServiceUnavailable,
    ];

    private readonly LoopbackListener _listener;
    private readonly SessionRenewal _renewal;
    private readonly byte[] _token;

    public CredentialEndpoint(SessionRenewal renewal)
    {
        _renewal = renewal;
        Token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        _token = Encoding.ASCII.GetBytes(Token);
        _listener = new LoopbackListener(AnswerAsync);
        _listener.Start();
    }

    /// <summary>What AWS_CONTAINER_CREDENTIALS_FULL_URI names.</summary>
    public string Uri => $"http://{_listener.Authority}{Path}";

    /// <summary>What AWS_CONTAINER_AUTHORIZATION_TOKEN holds. A secret.</summary>
    public string Token { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<LoopbackAnswer> AnswerAsync(LoopbackRequest? request, CancellationToken closing)
    {
        if (request is null) return Refusal("400 Bad Request", "BadRequest");
        // A page in a browser may reach this address under a name of its own, but cannot help sending that name.
        if (request.Header("Host") != _listener.Authority) return Refusal("403 Forbidden", "ForeignHost");
        if (request.Target != Path) return Refusal("404 Not Found", "NotFound");
        if (request.Method != "GET") return Refusal("405 Method Not Allowed", "MethodNotAllowed") with { Headers = ["Allow: GET"] };
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Header("Authorization") ?? ""), _token)) return Refusal("401 Unauthorized", "WrongToken");

        try
        {
            return Json("200 OK", Document(await _renewal.GetAsync(closing).ConfigureAwait(false)));
        }
        catch (ClientAccessException e)
        {
            string message = e.RecommendedAction is null ? e.Message : $"{e.Message} {e.RecommendedAction}";
            return Error(Passing.Contains(e.Error) ? "503 Service Unavailable" : "403 Forbidden", e.Error.ToString(), message);
        }
    }

    private static Dictionary<string, string?> Document(RoleSession session) => new()
    {
        ["AccessKeyId"] = session.Credentials.AccessKeyId,
        ["SecretAccessKey"] = session.Credentials.SecretAccessKey,
        ["Token"] = session.Credentials.SessionToken,
        ["Expiration"] = session.Expiration.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["AccountId"] = session.AccountId,
        ["RoleArn"] = session.RoleArn,
    };

    // Says nothing of whose credentials these are.
    private static LoopbackAnswer Refusal(string status, string code) => Error(status, code, "This address serves the programs of one shell.");

    // The names that AWS SDKs look for in an answer that is no credentials.
    private static LoopbackAnswer Error(string status, string code, string message) => Json(status, new() { ["code"] = code, ["message"] = message });

    private static LoopbackAnswer Json(string status, Dictionary<string, string?> document) => new(status, "application/json", JsonSerializer.Serialize(document));
}
