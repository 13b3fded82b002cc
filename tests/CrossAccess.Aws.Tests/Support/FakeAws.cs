using System.Globalization;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Support;

/// <summary>
/// A machine of its own: a home folder, an environment and an AWS that answers on loopback.
/// Every request to an AWS service is held against that service's own model.
/// </summary>
internal sealed class FakeAws : IDisposable
{
    // Whatever the machine that runs the tests has set must not reach them.
    private static readonly string[] Variables =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_CREDENTIAL_EXPIRATION",
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL_SSO", "AWS_ENDPOINT_URL_IAM", "AWS_ENDPOINT_URL_SIGNIN",
        "AWS_ENDPOINT_URL_SSO_ADMIN", "AWS_ENDPOINT_URL_IDENTITYSTORE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_USE_FIPS_ENDPOINT", "AWS_MAX_ATTEMPTS",
    ];

    private readonly Dictionary<string, string?> _environment = Variables.ToDictionary(name => name, _ => (string?)null);
    private readonly Func<WireRequest, WireAnswer?> _answer;

    /// <param name="answer">Answers what the test is about; null leaves it to STS and the portal below.</param>
    public FakeAws(Func<WireRequest, WireAnswer?>? answer = null)
    {
        _answer = answer ?? (_ => null);
        Home = Directory.CreateTempSubdirectory("crossaccess-").FullName;
        Directory.CreateDirectory(Path.Combine(Home, ".aws", "sso", "cache"));
        Server = new LoopbackServer(Answer);
        this["HOME"] = Home;
        this["USERPROFILE"] = Home;
        this["AWS_ENDPOINT_URL"] = Server.Url;
        this["AWS_EC2_METADATA_DISABLED"] = "true";
    }

    public string Home { get; }

    public LoopbackServer Server { get; }

    public ManualTime Time { get; } = new();

    public List<string> Problems { get; } = [];

    public IEnumerable<string> Operations => Server.Requests.Select(NameOf);

    public string? this[string variable]
    {
        get => _environment[variable];
        set => _environment[variable] = value;
    }

    public void Config(string text) => File.WriteAllText(Path.Combine(Home, ".aws", "config"), text);

    public void Credentials(string text) => File.WriteAllText(Path.Combine(Home, ".aws", "credentials"), text);

    public string WriteFile(string name, string text)
    {
        string path = Path.Combine(Home, name);
        File.WriteAllText(path, text);
        return path;
    }

    public AwsConnector Connector() => new(Time, _environment);

    public Task<IAwsSession> ConnectAsync(CredentialSource source, string? region = null) =>
        Connector().ConnectAsync(source, region, TestContext.Current.CancellationToken);

    public Task<IAwsSession> ConnectAsync(string profile, string? region = null) => ConnectAsync(new CredentialSource.Profile(profile), region);

    public Task<IAwsSession> ConnectAmbientAsync() => ConnectAsync(new CredentialSource.Ambient());

    /// <summary>A session with keys in hand.</summary>
    public Task<IAwsSession> OpenAsync(string accessKeyId = "AKIAHANDHANDHANDHAND") =>
        ConnectAsync(new CredentialSource.Keys(new AwsCredentials(accessKeyId, "secret-in-hand", null)), "eu-west-1");

    public Task<ClientAccessException> RefusedAsync(string profile) => Assert.ThrowsAsync<ClientAccessException>(() => ConnectAsync(profile));

    public Task<ClientAccessException> RefusedAmbientAsync() => Assert.ThrowsAsync<ClientAccessException>(ConnectAmbientAsync);

    public WireRequest Only(string operation) => Assert.Single(Server.Requests, request => NameOf(request) == operation);

    /// <summary>The access key that signed a request.</summary>
    public static string? SignerOf(WireRequest request) => request.Header("Authorization")?.Split("Credential=")[1].Split('/')[0];

    /// <summary>The Region for which a request was signed.</summary>
    public static string? RegionOf(WireRequest request) => request.Header("Authorization")?.Split("Credential=")[1].Split('/')[2];

    public static string NameOf(WireRequest request)
    {
        if (request.Header("X-Amz-Target") is { } target) return target.Split('.')[^1];

        return request.Body.Contains("Action=", StringComparison.Ordinal) ? WireRequest.Form(request.Body)["Action"] : request.Path;
    }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Home, recursive: true);
    }

    private WireAnswer Answer(WireRequest request)
    {
        if (NameOf(request)[0] != '/' || request.Path == "/federation/credentials") Problems.AddRange(RequestValidation.Problems(request));

        return _answer(request) ?? (NameOf(request) switch
        {
            "AssumeRole" or "AssumeRoleWithWebIdentity" => AssumedRole(request),
            "GetCallerIdentity" => Caller(request),
            "/federation/credentials" => PortalCredentials(request),
            _ => WireAnswer.Json("""{"__type":"InvalidAction","message":"The test gave no answer for this."}""", 400),
        });
    }

    // The key tells whose assumption it was: the role's name and the key that asked.
    private WireAnswer AssumedRole(WireRequest request)
    {
        IReadOnlyDictionary<string, string> form = WireRequest.Form(request.Body);
        string role = form["RoleArn"].Split('/')[^1];
        string key = $"ASIA_{role}_by_{SignerOf(request) ?? form.GetValueOrDefault("WebIdentityToken")}";
        return WireAnswer.Xml($"""
            <{form["Action"]}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{form["Action"]}Result><Credentials>
            <AccessKeyId>{key}</AccessKeyId><SecretAccessKey>secret-of-{role}</SecretAccessKey><SessionToken>token-of-{role}</SessionToken>
            <Expiration>{Time.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</Expiration>
            </Credentials></{form["Action"]}Result></{form["Action"]}Response>
            """);
    }

    private static WireAnswer Caller(WireRequest request) => WireAnswer.Xml($"""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:sts::111111111111:assumed-role/Jump/jane</Arn><UserId>{SignerOf(request)}:jane</UserId><Account>111111111111</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """);

    private WireAnswer PortalCredentials(WireRequest request)
    {
        string key = $"ASIA_{request.Query["role_name"]}_in_{request.Query["account_id"]}_by_{request.Header("x-amz-sso_bearer_token")}";
        long expiration = Time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds();
        return new WireAnswer(200, "application/json", $$$"""
            {"roleCredentials":{"accessKeyId":"{{{key}}}","secretAccessKey":"portal-secret","sessionToken":"portal-token","expiration":{{{expiration}}}}}
            """);
    }
}
