using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace CrossAccess.Sandbox.Tests.Clients;

/// <summary>A minimal AWS client with a signer of its own, so that the Sandbox's verifier is not checked by itself.</summary>
internal sealed class SignedClient(CrossAccessSandbox sandbox, string accessKeyId, string secret, string? token = null) : IDisposable
{
    private readonly HttpClient _http = new();

    public string AccessKeyId => accessKeyId;
    public string Secret => secret;
    public string? Token => token;
    public string Region { get; init; } = sandbox.Region;

    /// <summary>IAM is global: there is one Region to sign for.</summary>
    public string IamRegion { get; init; } = "us-east-1";

    /// <summary>The time that requests are signed at; null is now.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Changes a request after it was signed.</summary>
    public Action<HttpRequestMessage>? Tamper { get; init; }

    public static SignedClient Administrator(CrossAccessSandbox sandbox, string accountId)
    {
        AccessKey key = sandbox.AdministratorOf(accountId);
        return new SignedClient(sandbox, key.AccessKeyId, key.SecretAccessKey);
    }

    public static SignedClient User(CrossAccessSandbox sandbox, string user, string permissionSet)
    {
        SandboxSession session = sandbox.SignIn(user, permissionSet);
        return new SignedClient(sandbox, session.AccessKeyId, session.SecretAccessKey, session.SessionToken);
    }

    public Task<JsonNode> SsoAsync(string operation, JsonObject input) => JsonAsync("sso", "SWBExternalService", operation, input);

    public Task<JsonNode> StoreAsync(string operation, JsonObject input) => JsonAsync("identitystore", "AWSIdentityStore", operation, input);

    public async Task<JsonNode> JsonAsync(string service, string prefix, string operation, JsonObject input)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, sandbox.EndpointUrl + "/");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(input));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"{prefix}.{operation}");
        (int status, string body) = await SendAsync(request, service, Region);
        JsonNode answer = JsonNode.Parse(body)!;
        return status == 200 ? answer : throw new AwsError(status, answer["__type"]!.GetValue<string>(), (answer["Message"] ?? answer["message"])!.GetValue<string>());
    }

    public Task<XElement> IamAsync(string action, params (string Name, string Value)[] fields) => QueryAsync("iam", "2010-05-08", IamRegion, action, fields);

    public Task<XElement> StsAsync(string action, params (string Name, string Value)[] fields) => QueryAsync("sts", "2011-06-15", Region, action, fields);

    public Task<XElement> StacksAsync(string action, params (string Name, string Value)[] fields) => QueryAsync("cloudformation", "2010-05-15", Region, action, fields);

    public async Task<SignedClient> AssumeAsync(string roleArn, string sessionName, params (string Name, string Value)[] more)
    {
        XElement answer = await StsAsync("AssumeRole", [("RoleArn", roleArn), ("RoleSessionName", sessionName), .. more]);
        return new SignedClient(sandbox, answer.Text("AccessKeyId"), answer.Text("SecretAccessKey"), answer.Text("SessionToken"));
    }

    private async Task<XElement> QueryAsync(string service, string version, string region, string action, (string Name, string Value)[] fields)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, sandbox.EndpointUrl + "/");
        request.Content = new FormUrlEncodedContent(fields.Append(("Action", action)).Append(("Version", version)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        (int status, string body) = await SendAsync(request, service, region);
        XElement answer = XElement.Parse(body);
        return status == 200 ? answer : throw new AwsError(status, answer.Text("Code"), answer.Text("Message"));
    }

    private async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request, string service, string region)
    {
        string stamp = (SignedAt ?? DateTimeOffset.UtcNow).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Add("X-Amz-Date", stamp);
        if (token is not null)
            request.Headers.Add("X-Amz-Security-Token", token);
        await SignAsync(request, service, region, stamp);
        Tamper?.Invoke(request);
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task SignAsync(HttpRequestMessage request, string service, string region, string stamp)
    {
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal) { ["host"] = request.RequestUri!.Authority };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
            headers[name.ToLowerInvariant()] = string.Join(',', values);
        string signed = string.Join(';', headers.Keys);
        string payload = Hex(SHA256.HashData(await request.Content!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        string canonical = $"POST\n/\n\n{string.Concat(headers.Select(h => $"{h.Key}:{h.Value}\n"))}\n{signed}\n{payload}";
        string scope = $"{stamp[..8]}/{region}/{service}/aws4_request";
        string toSign = $"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        string signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={accessKeyId}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    public void Dispose() => _http.Dispose();
}
