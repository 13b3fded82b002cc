using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Credentials;

public sealed class AmbientTests : IDisposable
{
    private const string MetadataRole = """{"AccessKeyId":"ASIAROLE","SecretAccessKey":"s","Token":"t","Expiration":"2026-01-01T06:00:00Z"}""";

    private readonly FakeAws _aws = new(AnswerMetadata);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Keys_in_the_environment_come_first()
    {
        SetKeys();
        _aws["AWS_PROFILE"] = "home";
        _aws.Credentials("[home]\naws_access_key_id = AKIAHOME\naws_secret_access_key = s\n");

        Assert.Equal("AKIAENVIRONMENT", await AmbientKey());
    }

    [Fact]
    public async Task A_key_without_its_secret_is_an_error_and_not_passed_over()
    {
        _aws["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        _aws.Credentials("[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = s\n");

        ClientAccessException refused = await _aws.RefusedAmbientAsync();

        Assert.Equal(ClientAccessError.CredentialsNotFound, refused.Error);
        Assert.Contains("AWS_SECRET_ACCESS_KEY is not", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_that_the_environment_names_comes_before_the_default_one()
    {
        _aws.Credentials("[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = s\n[home]\naws_access_key_id = AKIAHOME\naws_secret_access_key = s\n");
        Assert.Equal("AKIADEFAULT", await AmbientKey());

        _aws["AWS_PROFILE"] = "home";
        Assert.Equal("AKIAHOME", await AmbientKey());
    }

    [Fact]
    public async Task A_profile_that_the_environment_names_in_vain_is_an_error()
    {
        _aws["AWS_PROFILE"] = "gone";

        ClientAccessException refused = await _aws.RefusedAmbientAsync();

        Assert.Equal(ClientAccessError.ProfileNotFound, refused.Error);
        Assert.Contains("'gone' (named by AWS_PROFILE)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_identity_comes_before_keys_in_a_profile()
    {
        _aws["AWS_WEB_IDENTITY_TOKEN_FILE"] = _aws.WriteFile("token", "cluster-token");
        _aws["AWS_ROLE_ARN"] = "arn:aws:iam::222222222222:role/Pod";
        _aws.Credentials("[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = s\n");

        Assert.Equal("ASIA_Pod_by_cluster-token", await AmbientKey());
    }

    [Fact]
    public async Task A_profile_that_assumes_a_role_comes_before_a_web_identity()
    {
        _aws["AWS_WEB_IDENTITY_TOKEN_FILE"] = _aws.WriteFile("token", "cluster-token");
        _aws["AWS_ROLE_ARN"] = "arn:aws:iam::222222222222:role/Pod";
        _aws.Config("[default]\nrole_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = default\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = s\n");

        Assert.Equal("ASIA_Ops_by_AKIADEFAULT", await AmbientKey());
    }

    [Fact]
    public async Task A_container_gives_its_role_to_whoever_shows_its_token()
    {
        _aws["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = _aws.Server.Url + "/container";
        _aws["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "container-token";

        Assert.Equal("ASIAROLE", await AmbientKey());
        Assert.Equal("container-token", _aws.Only("/container").Header("Authorization"));
    }

    [Theory]
    [InlineData("http://example.com/credentials")]
    [InlineData("ftp://127.0.0.1/credentials")]
    [InlineData("nonsense")]
    public async Task A_container_elsewhere_is_not_asked_without_TLS(string uri)
    {
        _aws["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = uri;

        Assert.Contains("must start with https://", (await _aws.RefusedAmbientAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_gives_its_role_for_a_session_token_of_its_metadata()
    {
        _aws["AWS_EC2_METADATA_DISABLED"] = null;
        _aws["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = _aws.Server.Url;

        Assert.Equal("ASIAROLE", await AmbientKey());
        Assert.Equal("the instance's role 'InstanceRole'", (await _aws.ConnectAmbientAsync()).Source);
        Assert.Equal("PUT", _aws.Server.Requests[0].Method);
        Assert.All(_aws.Server.Requests.Where(request => request.Method == "GET"), request => Assert.Equal("metadata-token", request.Header("x-aws-ec2-metadata-token")));
    }

    [Fact]
    public async Task Roles_can_be_assumed_with_the_containers_and_the_instances_role()
    {
        _aws["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = _aws.Server.Url + "/container";
        _aws["AWS_EC2_METADATA_DISABLED"] = null;
        _aws["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = _aws.Server.Url;
        _aws.Config("""
            [profile ecs]
            role_arn = arn:aws:iam::222222222222:role/Ecs
            credential_source = EcsContainer
            [profile ec2]
            role_arn = arn:aws:iam::222222222222:role/Ec2
            credential_source = Ec2InstanceMetadata
            """);

        Assert.Equal("ASIA_Ecs_by_ASIAROLE", (await (await _aws.ConnectAsync("ecs")).GetCredentialsAsync(Stop)).AccessKeyId);
        Assert.Equal("ASIA_Ec2_by_ASIAROLE", (await (await _aws.ConnectAsync("ec2")).GetCredentialsAsync(Stop)).AccessKeyId);
    }

    [Fact]
    public async Task Where_nothing_is_found_the_error_says_where_it_was_looked_for()
    {
        ClientAccessException refused = await _aws.RefusedAmbientAsync();

        Assert.Equal(ClientAccessError.CredentialsNotFound, refused.Error);
        Assert.Contains(Path.Combine(_aws.Home, ".aws", "config"), refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.RecommendedAction);
        Assert.Empty(_aws.Server.Requests);
    }

    [Fact]
    public async Task Variables_given_with_the_source_stand_in_for_the_environment()
    {
        SetKeys();
        _aws["AWS_REGION"] = "eu-west-1";
        var before = new Dictionary<string, string?>
        {
            ["AWS_ACCESS_KEY_ID"] = null,
            ["AWS_SECRET_ACCESS_KEY"] = null,
            ["AWS_PROFILE"] = "home",
            ["AWS_REGION"] = "eu-north-1",
        };
        _aws.Credentials("[home]\naws_access_key_id = AKIAHOME\naws_secret_access_key = s\n");

        IAwsSession session = await _aws.ConnectAsync(new CredentialSource.Ambient(before));

        Assert.Equal("AKIAHOME", (await session.GetCredentialsAsync(Stop)).AccessKeyId);
        Assert.Equal("eu-north-1", session.Region);
    }

    [Fact]
    public async Task Credentials_that_the_environment_says_have_ended_are_not_used()
    {
        SetKeys();
        _aws["AWS_CREDENTIAL_EXPIRATION"] = "2025-12-31T23:59:00Z";

        Assert.Equal(ClientAccessError.CredentialsExpired, (await _aws.RefusedAmbientAsync()).Error);
    }

    private void SetKeys()
    {
        _aws["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        _aws["AWS_SECRET_ACCESS_KEY"] = "secret";
    }

    private async Task<string> AmbientKey() => (await (await _aws.ConnectAmbientAsync()).GetCredentialsAsync(Stop)).AccessKeyId;

    private static WireAnswer? AnswerMetadata(WireRequest request) => request.Path switch
    {
        "/latest/api/token" => new WireAnswer(200, "text/plain", "metadata-token"),
        "/latest/meta-data/iam/security-credentials/" => new WireAnswer(200, "text/plain", "InstanceRole\n"),
        "/latest/meta-data/iam/security-credentials/InstanceRole" or "/container" => new WireAnswer(200, "application/json", MetadataRole),
        _ => null,
    };
}
