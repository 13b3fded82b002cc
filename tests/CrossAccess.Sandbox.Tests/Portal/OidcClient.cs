using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Tests.Portal;

/// <summary>A client of the OIDC service, with a browser that follows no redirect.</summary>
internal sealed class OidcClient(CrossAccessSandbox sandbox) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public HttpClient Browser => _http;

    public async Task<JsonObject> RegisterAsync(params string[] grants)
    {
        JsonObject input = new() { ["clientName"] = "test <client>", ["clientType"] = "public", ["scopes"] = new JsonArray("sso:account:access") };
        if (grants.Length > 0)
            input["grantTypes"] = new JsonArray([.. grants]);
        if (grants.Contains("authorization_code"))
        {
            input["redirectUris"] = new JsonArray("http://127.0.0.1/oauth/callback");
            input["issuerUrl"] = sandbox.PortalUrl;
        }
        JsonNode made = await OkAsync("/client/register", input);
        return new JsonObject { ["clientId"] = Text(made, "clientId"), ["clientSecret"] = Text(made, "clientSecret") };
    }

    public async Task<JsonNode> OkAsync(string path, JsonObject input)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(sandbox.EndpointUrl + path, input, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }

    public async Task<(int Status, string Code, string Error)> RefusedAsync(string path, JsonObject input)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(sandbox.EndpointUrl + path, input, TestContext.Current.CancellationToken);
        JsonNode body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single(), Text(body, "error"));
    }

    /// <summary>The status with which the portal lists the token's accounts.</summary>
    public async Task<int> PortalStatusAsync(string accessToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, sandbox.EndpointUrl + "/assignment/accounts");
        request.Headers.Add("x-amz-sso_bearer_token", accessToken);
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public async Task<int> LogoutAsync(string accessToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, sandbox.EndpointUrl + "/logout");
        request.Headers.Add("x-amz-sso_bearer_token", accessToken);
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public static JsonObject With(JsonObject client, params (string Name, string Value)[] members)
    {
        JsonObject input = client.DeepClone().AsObject();
        foreach ((string name, string value) in members)
            input[name] = value;
        return input;
    }

    public static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    public void Dispose() => _http.Dispose();
}
