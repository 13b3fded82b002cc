using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Credentials;

public sealed class ProfileTests : IDisposable
{
    private readonly FakeAws _aws = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task A_profile_with_keys_gives_them_and_sends_no_request()
    {
        _aws.Credentials("[home]\naws_access_key_id = AKIAHOME\naws_secret_access_key = secret\naws_session_token = token\n");

        IAwsSession session = await _aws.ConnectAsync("home");

        Assert.Equal(new AwsCredentials("AKIAHOME", "secret", "token"), await session.GetCredentialsAsync(Stop));
        Assert.Equal("profile 'home'", session.Source);
        Assert.Empty(_aws.Server.Requests);
    }

    [Fact]
    public async Task Where_both_files_name_a_key_the_credentials_file_counts()
    {
        _aws.Config("[profile home]\nregion = eu-west-1\naws_access_key_id = AKIAOLD\naws_secret_access_key = old\n");
        _aws.Credentials("[home]\naws_access_key_id = AKIANEW\naws_secret_access_key = new\n");

        IAwsSession session = await _aws.ConnectAsync("home");

        Assert.Equal("AKIANEW", (await session.GetCredentialsAsync(Stop)).AccessKeyId);
        Assert.Equal("eu-west-1", session.Region);
    }

    [Fact]
    public async Task A_named_profile_counts_before_keys_in_the_environment()
    {
        _aws["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        _aws["AWS_SECRET_ACCESS_KEY"] = "secret";
        _aws.Credentials("[home]\naws_access_key_id = AKIAHOME\naws_secret_access_key = secret\n");

        Assert.Equal("AKIAHOME", await KeyOf("home"));
    }

    [Fact]
    public async Task A_role_is_assumed_by_its_source_profile_with_all_that_the_profile_says()
    {
        _aws.Config("""
            [profile home]
            aws_access_key_id = AKIAHOME
            aws_secret_access_key = secret
            [profile client]
            role_arn = arn:aws:iam::222222222222:role/partner/Ops
            source_profile = home
            role_session_name = jane@corp
            external_id = abc-123
            duration_seconds = 1800
            region = eu-central-1
            """);

        Assert.Equal("ASIA_Ops_by_AKIAHOME", await KeyOf("client"));

        WireRequest request = _aws.Only("AssumeRole");
        IReadOnlyDictionary<string, string> form = WireRequest.Form(request.Body);
        Assert.Equal("arn:aws:iam::222222222222:role/partner/Ops", form["RoleArn"]);
        Assert.Equal("jane@corp", form["RoleSessionName"]);
        Assert.Equal("abc-123", form["ExternalId"]);
        Assert.Equal("1800", form["DurationSeconds"]);
        Assert.Equal("eu-central-1", FakeAws.RegionOf(request));
        Assert.Empty(_aws.Problems);
    }

    [Fact]
    public async Task Roles_are_assumed_through_a_chain_of_source_profiles()
    {
        _aws.Config("""
            [profile home]
            aws_access_key_id = AKIAHOME
            aws_secret_access_key = secret
            [profile jump]
            role_arn = arn:aws:iam::111111111111:role/Jump
            source_profile = home
            [profile client]
            role_arn = arn:aws:iam::222222222222:role/Ops
            source_profile = jump
            """);

        Assert.Equal("ASIA_Ops_by_ASIA_Jump_by_AKIAHOME", await KeyOf("client"));
        Assert.Empty(_aws.Problems);
    }

    [Fact]
    public async Task A_profile_with_keys_may_be_its_own_source()
    {
        _aws.Config("[profile self]\nrole_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = self\naws_access_key_id = AKIASELF\naws_secret_access_key = secret\n");

        Assert.Equal("ASIA_Ops_by_AKIASELF", await KeyOf("self"));
    }

    [Fact]
    public async Task Source_profiles_that_go_round_in_a_circle_are_named_in_order()
    {
        _aws.Config("""
            [profile a]
            role_arn = arn:aws:iam::222222222222:role/A
            source_profile = b
            [profile b]
            role_arn = arn:aws:iam::222222222222:role/B
            source_profile = a
            """);

        ClientAccessException refused = await _aws.RefusedAsync("a");

        Assert.Equal(ClientAccessError.ProfileUnusable, refused.Error);
        Assert.Contains("a → b → a", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_aws.Server.Requests);
    }

    [Fact]
    public async Task A_role_is_assumed_with_the_keys_of_the_environment_when_the_profile_says_so()
    {
        _aws["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT";
        _aws["AWS_SECRET_ACCESS_KEY"] = "secret";
        _aws.Config("[profile client]\nrole_arn = arn:aws:iam::222222222222:role/Ops\ncredential_source = Environment\n");

        Assert.Equal("ASIA_Ops_by_AKIAENVIRONMENT", await KeyOf("client"));
    }

    [Theory]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops", "source_profile")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = nobody", "'nobody' does not exist")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = empty", "'empty' holds no credentials")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = empty\ncredential_source = Environment", "both source_profile and credential_source")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops\ncredential_source = Moon", "'Moon' is unknown")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops\ncredential_source = Environment", "offers no credentials here")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = empty\nmfa_serial = arn:aws:iam::111111111111:mfa/jane", "mfa_serial")]
    [InlineData("aws_access_key_id = AKIAHALF", "no 'aws_secret_access_key'")]
    [InlineData("sso_session = corp\nsso_account_id = 111111111111\nsso_role_name = Jump", "'corp' does not exist")]
    [InlineData("sso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\nsso_role_name = Jump", "no 'sso_account_id'")]
    [InlineData("login_session = arn:aws:iam::111111111111:user/jane", "aws login")]
    [InlineData("region = eu-west-1", "holds no credentials")]
    public async Task A_profile_that_cannot_be_used_says_why_and_sends_no_request(string settings, string reason)
    {
        _aws.Config($"[profile client]\n{settings}\n[profile empty]\nregion = eu-west-1\n");

        ClientAccessException refused = await _aws.RefusedAsync("client");

        Assert.Equal(ClientAccessError.ProfileUnusable, refused.Error);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Empty(_aws.Server.Requests);
    }

    [Theory]
    [InlineData("login_session = arn:aws:iam::111111111111:user/jane")]
    [InlineData("role_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = client\nmfa_serial = arn:aws:iam::111111111111:mfa/jane")]
    public async Task What_only_the_AWS_CLI_can_do_is_left_to_it_by_name(string settings)
    {
        _aws.Config($"[profile client]\n{settings}\n");

        Assert.Contains("aws configure export-credentials --profile client", (await _aws.RefusedAsync("client")).RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_refused_with_the_names_of_those_that_do()
    {
        _aws.Config("[default]\nregion = eu-west-1\n[profile home]\nregion = eu-west-1\n[sso-session corp]\nsso_region = eu-west-1\n");

        ClientAccessException refused = await _aws.RefusedAsync("hom");

        Assert.Equal(ClientAccessError.ProfileNotFound, refused.Error);
        Assert.Contains("The profiles there are: default, home.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["default", "home"], _aws.Connector().ListProfiles());
    }

    [Fact]
    public void Names_are_read_as_the_AWS_CLI_reads_them()
    {
        _aws.Config("[profile \"my clients\"]\n[profile 'night shift']\n[profile\ttabbed]\n[ profile  spaced ]\n[profiles]\n[profile]\n");

        Assert.Equal(["my clients", "night shift", "spaced", "tabbed"], _aws.Connector().ListProfiles());
    }

    [Fact]
    public async Task A_web_identity_is_exchanged_without_a_signature()
    {
        string token = _aws.WriteFile("token", "identity-token-of-the-cluster\n");
        _aws.Config($"[profile pod]\nrole_arn = arn:aws:iam::222222222222:role/Ops\nweb_identity_token_file = {token}\nrole_session_name = pod-1\n");

        Assert.Equal("ASIA_Ops_by_identity-token-of-the-cluster", await KeyOf("pod"));

        WireRequest request = _aws.Only("AssumeRoleWithWebIdentity");
        Assert.Null(request.Header("Authorization"));
        Assert.Equal("pod-1", WireRequest.Form(request.Body)["RoleSessionName"]);
        Assert.Empty(_aws.Problems);
    }

    [Fact]
    public async Task Other_files_are_read_where_the_environment_names_them()
    {
        _aws["AWS_CONFIG_FILE"] = _aws.WriteFile("other-config", "[profile other]\nregion = eu-north-1\n");
        _aws["AWS_SHARED_CREDENTIALS_FILE"] = _aws.WriteFile("other-credentials", "[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = secret\n");

        IAwsSession session = await _aws.ConnectAsync("other");

        Assert.Equal("AKIAOTHER", (await session.GetCredentialsAsync(Stop)).AccessKeyId);
        Assert.Equal("eu-north-1", session.Region);
    }

    private async Task<string> KeyOf(string profile) => (await (await _aws.ConnectAsync(profile)).GetCredentialsAsync(Stop)).AccessKeyId;
}
