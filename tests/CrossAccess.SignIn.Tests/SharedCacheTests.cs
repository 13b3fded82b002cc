using System.Globalization;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>The token cache is the AWS CLI's too: it reads what we write, and we read what it writes.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class SharedCacheTests
{
    private const string Renew = """
        import botocore.session, botocore.tokens
        session = botocore.session.Session(profile="ana")
        print(botocore.tokens.SSOTokenProvider(session).load_token().get_frozen_token().expiration.isoformat())
        """;

    [Fact]
    public async Task The_AWS_CLI_uses_our_sign_in()
    {
        using Workplace work = new(new SandboxOptions { ApproveSignInAs = "ana" });
        await work.SignInAsync();
        WriteProfile(work);

        Assert.Contains($"assumed-role/AWSReservedSSO_AbcCorpReadOnly_", await ChildProcess.RunAsync("aws", "sts", "get-caller-identity", "--profile", "ana", "--output", "json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_botocore_has_renewed_serves_us_on()
    {
        using Workplace work = new(new SandboxOptions { ApproveSignInAs = "ana" });
        await work.SignInAsync();
        WriteProfile(work);
        string file = Assert.Single(work.CacheFiles);
        string before = (string)work.Token["accessToken"]!;
        // botocore renews within the last ten minutes; we within the last five.
        string soon = DateTime.UtcNow.AddMinutes(8).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace((string)work.Token["expiresAt"]!, soon, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await ChildProcess.RunAsync("python3", "-c", Renew);

        Assert.NotEqual(before, (string)work.Token["accessToken"]!);
        work.TakeOperations();
        Assert.Equal("ana", Assert.Single(work.Run("Enter-ClientRole AbcCorp -NoCache").Output).Properties["RoleSessionName"].Value);
        // It does not keep what we noted beside the token, so we ask once who the user is.
        Assert.Equal(["GetRoleCredentials", "GetCallerIdentity", "AssumeRole"], work.TakeOperations());
        work.Run("Exit-ClientRole; Enter-ClientRole AbcCorp");
    }

    private static void WriteProfile(Workplace work)
    {
        string file = Path.Combine(work.Home, "config");
        File.WriteAllText(file, $"""
            [sso-session acme]
            sso_start_url = {work.Sandbox.PortalUrl}
            sso_region = {work.Sandbox.Region}
            sso_registration_scopes = sso:account:access
            [profile ana]
            sso_session = acme
            sso_account_id = {work.Sandbox.HomeAccountId}
            sso_role_name = AbcCorpReadOnly
            region = {work.Sandbox.Region}
            """);
        work.Set("AWS_CONFIG_FILE", file);
    }
}
