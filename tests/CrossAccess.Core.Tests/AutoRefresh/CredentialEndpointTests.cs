using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.Core.Tests;

public sealed class CredentialEndpointTests : IDisposable
{
    private readonly RenewedRole _role = new();
    private readonly CredentialEndpoint _endpoint;

    public CredentialEndpointTests() => _endpoint = new CredentialEndpoint(_role.Renewal);

    private string Authority => new Uri(_endpoint.Uri).Authority;

    public void Dispose()
    {
        _endpoint.Dispose();
        _role.Dispose();
    }

    [Fact]
    public async Task Whoever_has_the_token_gets_the_credentials_as_a_container_would_give_them()
    {
        (int status, string body) = await AskAsync(_endpoint.Uri, _endpoint.Token);

        Assert.Equal(200, status);
        JsonNode document = JsonNode.Parse(body)!;
        Assert.Equal(["0", "the-secret", "the-token", "2026-01-01T01:00:00Z", FakeProvider.Remote, FakeProvider.RoleArnOfAbc],
            new[] { "AccessKeyId", "SecretAccessKey", "Token", "Expiration", "AccountId", "RoleArn" }.Select(name => (string?)document[name]));
    }

    [Fact]
    public void The_address_is_this_machines_alone_and_the_token_cannot_be_guessed()
    {
        Assert.Matches(@"\Ahttp://127\.0\.0\.1:\d+/credentials\z", _endpoint.Uri);
        Assert.Matches(@"\A[A-Za-z0-9_-]{43}\z", _endpoint.Token);
        using var other = new CredentialEndpoint(_role.Renewal);
        Assert.NotEqual(_endpoint.Token, other.Token);
        Assert.NotEqual(_endpoint.Uri, other.Uri);
    }

    [Fact]
    public async Task Another_or_no_token_is_refused()
    {
        string token = _endpoint.Token;
        foreach (string? wrong in (string?[])[null, "", " ", token[..^1], token + "x", token.ToUpperInvariant(), "Bearer " + token, new string('x', token.Length)])
            AssertRefused(401, await AskAsync(_endpoint.Uri, wrong));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/credentials/")]
    [InlineData("/Credentials")]
    [InlineData("/credentials?x")]
    [InlineData("/../credentials/x")]
    [InlineData("/latest/meta-data/iam/security-credentials/")]
    public async Task Another_path_is_not_there_whatever_the_token(string path) =>
        AssertRefused(404, await AskAsync($"http://{Authority}{path}", _endpoint.Token));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]")]
    public async Task A_request_for_another_host_is_refused_whatever_the_token(string host) =>
        AssertRefused(403, await AskAsync(_endpoint.Uri, _endpoint.Token, host: host));

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Another_method_is_refused(string method)
    {
        (int status, _) = await AskAsync(_endpoint.Uri, _endpoint.Token, method);
        Assert.Equal(405, status);
    }

    [Theory]
    [InlineData("rubbish\r\n\r\n")]
    [InlineData("GET /credentials\r\n\r\n")]
    [InlineData("GET /credentials HTTP/9.9\r\n\r\n")]
    [InlineData("GET  /credentials HTTP/1.1\r\n\r\n")]
    [InlineData("GET /credentials HTTP/1.1\r\nno colon\r\n\r\n")]
    [InlineData("GET /credentials HTTP/1.1\r\n folded: line\r\n\r\n")]
    [InlineData("\0\u0001\u0002\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task Garbage_is_told_so(string sent) => Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(sent), StringComparison.Ordinal);

    [Fact]
    public async Task A_header_that_comes_twice_is_neither()
    {
        string head = $"GET /credentials HTTP/1.1\r\nHost: {Authority}\r\nAuthorization: {_endpoint.Token}\r\n";
        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync($"{head}\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401 ", await SendAsync($"{head}Authorization: {_endpoint.Token}\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403 ", await SendAsync($"{head}Host: {Authority}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_request_needs_is_refused_and_those_who_say_nothing_keep_nobody_waiting()
    {
        using var silent = new TcpClient();
        await silent.ConnectAsync("127.0.0.1", new Uri(_endpoint.Uri).Port, TestContext.Current.CancellationToken);
        using var leaving = new TcpClient();
        await leaving.ConnectAsync("127.0.0.1", new Uri(_endpoint.Uri).Port, TestContext.Current.CancellationToken);
        await leaving.GetStream().WriteAsync("GET /cre"u8.ToArray(), TestContext.Current.CancellationToken);
        leaving.Close();

        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(new string('x', 16 * 1024)), StringComparison.Ordinal);
        Assert.Equal(200, (await AskAsync(_endpoint.Uri, _endpoint.Token)).Status);
    }

    [Theory]
    [InlineData(ClientAccessError.SignInRequired, 403)]
    [InlineData(ClientAccessError.AccessNotGranted, 403)]
    [InlineData(ClientAccessError.EndpointUnreachable, 503)]
    [InlineData(ClientAccessError.RequestThrottled, 503)]
    public async Task Where_there_are_none_the_answer_says_why_and_what_to_type(ClientAccessError error, int expected)
    {
        _role.Refusal = new ClientAccessException(error, "The sign-in \"acme\" has ended.") { RecommendedAction = "Type: Connect-CrossAccess" };
        _role.Time.Advance(RenewedRole.Hour);

        (int status, string body) = await AskAsync(_endpoint.Uri, _endpoint.Token);

        Assert.Equal(expected, status);
        Assert.Equal(error.ToString(), (string?)JsonNode.Parse(body)!["code"]);
        Assert.Equal("The sign-in \"acme\" has ended. Type: Connect-CrossAccess", (string?)JsonNode.Parse(body)!["message"]);
        Assert.DoesNotContain("the-secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_answers_when_it_has_ended()
    {
        _endpoint.Dispose();
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(_endpoint.Uri, _endpoint.Token));
    }

    private static void AssertRefused(int expected, (int Status, string Body) answer)
    {
        Assert.Equal(expected, answer.Status);
        foreach (string told in (string[])["the-secret", "the-token", "Abc", FakeProvider.Remote, "ReadOnly"]) Assert.DoesNotContain(told, answer.Body, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Body)> AskAsync(string uri, string? token, string method = "GET", string? host = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(uri, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", token);
        if (host is not null) request.Headers.Host = host;
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(new CacheControlHeaderValue { NoStore = true }, answer.Headers.CacheControl);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string> SendAsync(string sent)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", new Uri(_endpoint.Uri).Port, TestContext.Current.CancellationToken);
        NetworkStream stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(sent), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
