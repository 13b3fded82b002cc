using CrossAccess.Aws.Tests.Support;

namespace CrossAccess.Aws.Tests.Credentials;

public sealed class SettingsTests : IDisposable
{
    private const string Keys = "aws_access_key_id = AKIAHOME\naws_secret_access_key = s\n";

    private readonly FakeAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("eu-west-2", "eu-north-1", "eu-central-1", "eu-west-2")]
    [InlineData(null, "eu-north-1", "eu-central-1", "eu-central-1")]
    [InlineData(null, "eu-north-1", null, "eu-north-1")]
    [InlineData(null, null, null, null)]
    public async Task A_named_profiles_own_Region_comes_before_the_environments(string? asked, string? environment, string? ofProfile, string? expected)
    {
        _aws["AWS_REGION"] = environment;
        _aws.Config($"[profile home]\n{Keys}{(ofProfile is null ? "" : $"region = {ofProfile}")}\n");

        Assert.Equal(expected, (await _aws.ConnectAsync("home", asked)).Region);
    }

    [Theory]
    [InlineData("eu-north-1", "eu-north-2", "eu-north-1")]
    [InlineData(null, "eu-north-2", "eu-north-2")]
    [InlineData(null, null, "eu-central-1")]
    public async Task The_environments_Region_comes_before_the_default_profiles(string? region, string? defaultRegion, string expected)
    {
        _aws["AWS_REGION"] = region;
        _aws["AWS_DEFAULT_REGION"] = defaultRegion;
        _aws.Config($"[default]\n{Keys}region = eu-central-1\n");

        Assert.Equal(expected, (await _aws.ConnectAmbientAsync()).Region);
    }

    [Theory]
    [InlineData("http://one", "http://all", "http://section", "http://profile", "http://one")]
    [InlineData(null, "http://all", "http://section", "http://profile", "http://all")]
    [InlineData(null, null, "http://section", "http://profile", "http://section")]
    [InlineData(null, null, null, "http://profile", "http://profile")]
    [InlineData(null, null, null, null, null)]
    public void An_endpoint_is_taken_from_where_the_SDK_reference_says(string? one, string? all, string? section, string? ofProfile, string? expected)
    {
        _aws["AWS_ENDPOINT_URL_SSO_ADMIN"] = one;
        _aws["AWS_ENDPOINT_URL"] = all;
        _aws.Config($"""
            [profile home]
            services = test
            {(ofProfile is null ? "" : $"endpoint_url = {ofProfile}")}
            [services test]
            sts =
              endpoint_url = http://sts
            sso_admin =
              max_attempts = 3
              {(section is null ? "" : $"endpoint_url = {section}")}
            """);

        Assert.Equal(expected, Load("home").EndpointOf("SSO_ADMIN"));
    }

    [Fact]
    public void Configured_endpoints_can_be_ignored()
    {
        _aws["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true";
        _aws.Config("[profile home]\nendpoint_url = http://profile\n");

        Assert.Null(Load("home").EndpointOf("STS"));
    }

    [Theory]
    [InlineData("7", "3", 7)]
    [InlineData(null, "3", 3)]
    [InlineData(null, null, null)]
    [InlineData("0", "3", null)]
    [InlineData("often", null, null)]
    public void Environment_or_profile_may_say_how_often_a_request_is_made(string? variable, string? ofProfile, int? expected)
    {
        _aws["AWS_MAX_ATTEMPTS"] = variable;
        _aws.Config($"[profile home]\nregion = eu-west-1\n{(ofProfile is null ? "" : $"max_attempts = {ofProfile}")}\n");

        Assert.Equal(expected, Load("home").MaxAttempts);
    }

    [Fact]
    public void The_files_are_read_as_botocore_reads_them()
    {
        _aws.Config("""
            # a comment
            ; another
            [profile "my profile"]
            Region= eu-west-1
            credential_process = tool --query a=b:c # not a comment
            [profile home]
            region : eu-north-1
            a stray line
            [default]
            region = eu-central-1
            """);
        AwsConfiguration configuration = Load("my profile").Configuration;

        Assert.Equal(["default", "home", "my profile"], configuration.ProfileNames);
        Assert.Equal("eu-west-1", configuration.GetProfile("my profile")["region"]);
        Assert.Equal("tool --query a=b:c # not a comment", configuration.GetProfile("my profile")["credential_process"]);
        Assert.Equal("eu-north-1", configuration.GetProfile("home").Region);
    }

    [Fact]
    public async Task A_Region_that_would_lead_to_another_host_is_refused()
    {
        _aws["AWS_ENDPOINT_URL"] = null;
        _aws.Config($"[profile home]\n{Keys}region = evil.example.com/\n");
        IAwsSession session = await _aws.ConnectAsync("home");

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => session.GetCallerAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ClientAccessError.RegionNotFound, refused.Error);
    }

    private AwsSettings Load(string profile) => AwsSettings.Load(
        new CredentialSource.Profile(profile),
        region: null,
        new AwsEnvironment(new Dictionary<string, string?>
        {
            ["HOME"] = _aws.Home,
            ["USERPROFILE"] = _aws.Home,
            ["AWS_CONFIG_FILE"] = null,
            ["AWS_SHARED_CREDENTIALS_FILE"] = null,
            ["AWS_ENDPOINT_URL"] = _aws["AWS_ENDPOINT_URL"] == _aws.Server.Url ? null : _aws["AWS_ENDPOINT_URL"],
            ["AWS_ENDPOINT_URL_SSO_ADMIN"] = _aws["AWS_ENDPOINT_URL_SSO_ADMIN"],
            ["AWS_MAX_ATTEMPTS"] = _aws["AWS_MAX_ATTEMPTS"],
            ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = _aws["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"],
        }));
}
