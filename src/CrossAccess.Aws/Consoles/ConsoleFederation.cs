using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrossAccess.Aws;

/// <summary>
/// Trades a session's keys for a sign-in to the console. Nothing is signed here: the secret key itself is sent, so it goes to
/// AWS's own hosts or to what the configuration names, and never where an answer would lead.
/// </summary>
internal sealed class ConsoleFederation(AwsSettings settings, TimeProvider time) : IConsoleFederation
{
    // The AWS SDKs' name for the sign-in service, as in AWS_ENDPOINT_URL_SIGNIN.
    private const string ServiceId = "SIGNIN";
    private const string Operation = "signin:GetSigninToken";

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    // As AWS's samples write it, which leave plus signs and slashes as they are.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Uri? Endpoint => settings.EndpointOf(ServiceId) is { } configured ? Trusted(configured) : null;

    public Task<string> GetSigninTokenAsync(ConsoleHosts hosts, RoleSession session, CancellationToken cancellation)
    {
        var calls = new AwsCalls($"the session of {session}", () => session.AccountId);
        return calls.RunAsync(Operation, () => AskAsync(hosts, session, cancellation), cancellation);
    }

    private async Task<string> AskAsync(ConsoleHosts hosts, RoleSession session, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            using HttpRequestMessage request = await RequestOfAsync(hosts, session.Credentials, cancellation);
            using HttpResponseMessage answer = await AwsHttpClients.Services.SendAsync(request, cancellation);
            if (answer.StatusCode == HttpStatusCode.OK) return await TokenInAsync(answer, cancellation);
            if (attempt == Pauses.Length || !IsPassing(answer.StatusCode)) throw Refused(answer.StatusCode, session);
            await Task.Delay(Pauses[attempt], time, cancellation);
        }
    }

    // A posted form keeps the keys out of addresses, which proxies note down. AWS's own toolkit posts, and says that GovCloud
    // does not take it; what is documented for every partition is GET:
    // https://github.com/aws/aws-toolkit-jetbrains, AwsConsoleUrlFactory
    private static async Task<HttpRequestMessage> RequestOfAsync(ConsoleHosts hosts, AwsCredentials credentials, CancellationToken cancellation)
    {
        var keys = new Dictionary<string, string?>
        {
            ["sessionId"] = credentials.AccessKeyId,
            ["sessionKey"] = credentials.SecretAccessKey,
            ["sessionToken"] = credentials.SessionToken,
        };
        // No SessionDuration: with the keys of a chained role the request would be refused.
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Action"] = "getSigninToken", ["Session"] = JsonSerializer.Serialize(keys, Plain) });
        string page = $"{hosts.SignIn}/federation";
        if (hosts.Partition is "aws" or "aws-cn") return new HttpRequestMessage(HttpMethod.Post, page) { Content = form };

        using FormUrlEncodedContent query = form;
        return new HttpRequestMessage(HttpMethod.Get, $"{page}?{await query.ReadAsStringAsync(cancellation)}");
    }

    private static async Task<string> TokenInAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("SigninToken", out JsonElement token)
                && token.ValueKind == JsonValueKind.String && token.GetString() is { Length: > 0 } text) return text;
        }
        catch (JsonException)
        {
            // It may quote what it could not read.
        }
        throw new ClientAccessException(ClientAccessError.ServiceUnavailable, $"{Operation}: AWS's console sign-in answered with something else than a sign-in token.")
        {
            Operation = Operation,
            RecommendedAction = "Check what answers there: a proxy may have put a page of its own in between.",
        };
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    // What the page says is not repeated: it was sent secrets.
    private static ClientAccessException Refused(HttpStatusCode status, RoleSession session)
    {
        string answered = $"AWS's console sign-in answered HTTP {(int)status} to the session of {session}";
        return status switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Failure(
                ClientAccessError.CredentialsInvalid,
                $"{answered}: it does not accept the session, or not from here.",
                $"Enter anew and repeat: Enter-ClientRole {session.Client} -Tier {session.Tier} -Account {session.AccountId} -NoCache. Where that works and this does not, the client may allow its console from its own networks alone."),
            HttpStatusCode.TooManyRequests => Failure(ClientAccessError.RequestThrottled, $"{answered}, and kept doing so.", "Repeat the command after a while."),
            >= HttpStatusCode.InternalServerError => Failure(ClientAccessError.ServiceUnavailable, $"{answered}, and kept doing so.", "Repeat the command after a while, or sign in in another Region: -Region"),
            _ => Failure(ClientAccessError.RequestRejected, $"{answered}. Keys are not sent on to where an answer leads.", "Check what answers there: a proxy may be in between."),
        };
    }

    private static ClientAccessException Failure(ClientAccessError error, string message, string action) => new(error, message) { Operation = Operation, RecommendedAction = action };

    private static Uri Trusted(string configured)
    {
        if (Uri.TryCreate(configured, UriKind.Absolute, out Uri? endpoint)
            && endpoint is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)) return endpoint;
        // An address may hold a password.
        string named = endpoint?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) ?? "that is configured";
        throw new ClientAccessException(
            ClientAccessError.EndpointUnusable,
            $"The endpoint {Printable.Of(named)} is not used for the console: its sign-in is sent the session's secret key itself, which goes over https or to this machine alone.")
        {
            RecommendedAction = $"Leave the console to AWS, or name an endpoint for it: $env:AWS_ENDPOINT_URL_{ServiceId} = 'https://…'",
        };
    }
}
