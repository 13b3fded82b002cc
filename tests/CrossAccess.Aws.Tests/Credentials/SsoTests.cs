using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Credentials;

public sealed class SsoTests : IDisposable
{
    private const string StartUrl = "https://corp.awsapps.com/start";

    private readonly FakeAws _aws = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("2026-01-01T00:10:34Z")]
    [InlineData("2026-01-01T00:10:34.9615301Z")]
    [InlineData("2026-01-01T00:10:34UTC")]
    public async Task A_sign_in_of_any_AWS_tool_gives_the_permission_sets_credentials(string expiresAt)
    {
        ConfigureSession();
        SignIn(expiresAt, "corp");
        // The name that the AWS CLI gives to the file of the session "corp".
        Assert.True(File.Exists(Path.Combine(_aws.Home, ".aws", "sso", "cache", "ee0bfd2552fbd840c02cc48b6e823320543c450f.json")));

        IAwsSession session = await _aws.ConnectAsync("home");

        AwsCredentials credentials = await session.GetCredentialsAsync(Stop);
        Assert.Equal("ASIA_Jump_in_111111111111_by_portal-access", credentials.AccessKeyId);
        Assert.Equal(_aws.Time.GetUtcNow().AddHours(1), credentials.Expiration);
        Assert.Null(_aws.Only("/federation/credentials").Header("Authorization"));
        Assert.Empty(_aws.Problems);
    }

    [Fact]
    public async Task A_profile_of_the_old_kind_finds_its_sign_in_by_the_start_URL()
    {
        _aws.Config($"[profile old]\nsso_start_url = {StartUrl}\nsso_region = eu-west-1\nsso_account_id = 111111111111\nsso_role_name = Jump\n");
        SignIn("2026-01-01T00:10:34Z", StartUrl);

        Assert.Equal("ASIA_Jump_in_111111111111_by_portal-access", (await (await _aws.ConnectAsync("old")).GetCredentialsAsync(Stop)).AccessKeyId);
    }

    [Fact]
    public async Task A_role_may_be_assumed_from_a_permission_set()
    {
        ConfigureSession("[profile client]\nrole_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = home\n");
        SignIn("2026-01-01T00:10:34Z", "corp");

        Assert.Equal("ASIA_Ops_by_ASIA_Jump_in_111111111111_by_portal-access", (await (await _aws.ConnectAsync("client")).GetCredentialsAsync(Stop)).AccessKeyId);
    }

    [Theory]
    [InlineData("2025-12-31T23:59:59Z")]
    [InlineData("not a time")]
    [InlineData(null)]
    public async Task A_sign_in_that_has_ended_is_asked_for_again_by_the_command_that_makes_it(string? expiresAt)
    {
        ConfigureSession();
        if (expiresAt is not null) SignIn(expiresAt, "corp");

        ClientAccessException refused = await _aws.RefusedAsync("home");

        Assert.Equal(ClientAccessError.CredentialsExpired, refused.Error);
        Assert.Equal("Run 'Connect-CrossAccess -SessionName corp' and repeat the command.", refused.RecommendedAction);
        Assert.Empty(_aws.Server.Requests);
    }

    [Fact]
    public async Task The_old_kind_of_profile_is_signed_in_by_its_own_name()
    {
        _aws.Config($"[profile old]\nsso_start_url = {StartUrl}\nsso_region = eu-west-1\nsso_account_id = 111111111111\nsso_role_name = Jump\n");

        Assert.Equal("Run 'aws sso login --profile old' and repeat the command.", (await _aws.RefusedAsync("old")).RecommendedAction);
    }

    [Theory]
    [InlineData(401, "UnauthorizedException", ClientAccessError.CredentialsExpired)]
    [InlineData(403, "ForbiddenException", ClientAccessError.ClientAccessDenied)]
    [InlineData(404, "ResourceNotFoundException", ClientAccessError.ClientAccessDenied)]
    public async Task The_portals_refusal_is_told_apart_by_what_helps(int status, string code, ClientAccessError expected)
    {
        using var aws = new FakeAws(_ => new WireAnswer(status, "application/json", """{"message":"No access"}""") { Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = code } });
        ConfigureSession(into: aws);
        SignIn("2026-01-01T00:10:34Z", "corp", aws);

        ClientAccessException refused = await aws.RefusedAsync("home");

        Assert.Equal(expected, refused.Error);
        Assert.DoesNotContain("portal-access", refused.ToString(), StringComparison.Ordinal);
    }

    private void ConfigureSession(string more = "", FakeAws? into = null) => (into ?? _aws).Config($"""
        [sso-session corp]
        sso_start_url = {StartUrl}
        sso_region = eu-west-1
        [profile home]
        sso_session = corp
        sso_account_id = 111111111111
        sso_role_name = Jump
        {more}
        """);

    private void SignIn(string expiresAt, string key, FakeAws? into = null) => File.WriteAllText(
        Path.Combine((into ?? _aws).Home, ".aws", "sso", "cache", SsoTokenCache.FileNameOf(key)),
        $$"""{"startUrl":"{{StartUrl}}","region":"eu-west-1","accessToken":"portal-access","expiresAt":"{{expiresAt}}"}""");
}
