using System.Text.RegularExpressions;
using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Credentials;

public sealed partial class LoadedAssembliesTests
{
    [Fact]
    public async Task No_way_to_credentials_looks_for_a_package_that_another_module_may_have_loaded()
    {
        using var aws = new FakeAws(request => request.Path == "/container" ? new WireAnswer(200, "application/json", """{"AccessKeyId":"ASIA","SecretAccessKey":"s","Token":"t"}""") : null);
        aws["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = aws.Server.Url + "/container";
        string token = aws.WriteFile("token", "web-identity-token");
        aws.Config($"""
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-west-1
            [profile sso]
            sso_session = corp
            sso_account_id = 111111111111
            sso_role_name = Jump
            [profile role]
            role_arn = arn:aws:iam::222222222222:role/Ops
            source_profile = sso
            [profile web]
            role_arn = arn:aws:iam::222222222222:role/Ops
            web_identity_token_file = {token}
            """);
        File.WriteAllText(
            Path.Combine(aws.Home, ".aws", "sso", "cache", SsoTokenCache.FileNameOf("corp")),
            """{"accessToken":"portal-access","expiresAt":"2026-01-02T00:00:00Z"}""");

        foreach (IAwsSession session in (IAwsSession[])[await aws.ConnectAsync("role"), await aws.ConnectAsync("web"), await aws.ConnectAmbientAsync()])
        {
            await session.GetCallerAsync(TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => Sister().IsMatch(assembly.FullName!));
        Assert.DoesNotContain(AssemblyLookups.Missed, Sister().IsMatch);
    }

    [GeneratedRegex(@"\AAWSSDK\.(SecurityToken|SSO|SSOOIDC|Signin)\b")]
    private static partial Regex Sister();
}
