using System.Management.Automation;
using System.Text.Json;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>The AWS CLI, boto3, the AWS SDK for .NET and our own reading of profiles go where the exported profiles say.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ExportedProfileTests
{
    private const string Who = """
        import boto3, json, sys
        print(json.dumps({p: boto3.Session(profile_name=p).client("sts").get_caller_identity()["Arn"] for p in sys.argv[1:]}))
        """;

    // What a user may have there already.
    private const string Own = "[default]\r\nregion = eu-west-1\r\n\r\n# mine\r\n[profile \"with blanks\"]\r\ns3 =\r\n    max_concurrent_requests = 20\r\nregion = eu-central-1";

    [Fact]
    public async Task Every_exported_profile_is_the_clients_role_in_the_clients_account()
    {
        using Workplace work = await OnboardedAsync();
        work.TakeOperations();

        IReadOnlyList<PSObject> profiles = work.Run("Export-ClientProfile").Output;

        Assert.Empty(work.TakeOperations());
        Assert.Equal(["AbcCorp-222222222222-Administrator", "AbcCorp-222222222222-ReadOnly", "AbcCorp-staging-ReadOnly", "Globex-ReadOnly"], profiles.Select(profile => Text(profile, "ProfileName")).Order(StringComparer.Ordinal));
        // AWS tools are asked in the user's own file, with nothing of ours but what was exported.
        foreach (PSObject profile in profiles)
        {
            Assert.Equal(ExpectedArn(profile), await ChildProcess.WhoAsync(Text(profile, "ProfileName")));
            Assert.Equal(ExpectedArn(profile), await ChildProcess.WhoByDotNetAsync(Text(profile, "ProfileName")));
        }

        string answered = await ChildProcess.RunAsync("python3", ["-c", Who, .. profiles.Select(profile => Text(profile, "ProfileName"))]);
        Assert.Equal(
            profiles.ToDictionary(profile => Text(profile, "ProfileName"), ExpectedArn),
            JsonSerializer.Deserialize<Dictionary<string, string>>(answered)!);

        foreach (PSObject profile in profiles)
        {
            PSObject role = Assert.Single(work.Run($"Get-RemoteAccessRole {Text(profile, "Client")} {Text(profile, "AccountId")} -Tier {Text(profile, "Tier")} -ProfileName {Text(profile, "ProfileName")}").Output);
            Assert.Equal(Text(profile, "RoleArn"), Text(role, "RoleArn"));
        }
    }

    [Fact]
    public async Task The_home_profiles_are_the_permission_sets_and_lead_in_for_us_as_well()
    {
        using Workplace work = await OnboardedAsync();
        PSObject profile = Assert.Single(work.Run("Export-ClientProfile Globex").Output);
        string home = Text(profile, "HomeProfileName");

        Assert.Equal("acme-home-GlobexReadOnly", home);
        Assert.StartsWith($"arn:aws:sts::{work.Sandbox.HomeAccountId}:assumed-role/AWSReservedSSO_GlobexReadOnly_", await ChildProcess.WhoAsync(home), StringComparison.Ordinal);
        Assert.Equal("444444444444", Text(Assert.Single(work.Run($"Get-ClientCredential Globex -HomeProfileName {home}").Output), "AccountId"));
    }

    [Fact]
    public async Task What_the_user_had_there_stays_and_still_works()
    {
        using Workplace work = await OnboardedAsync();
        string file = Path.Combine(work.Home, ".aws", "config");
        Assert.Equal(Own, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        work.Run("Export-ClientProfile");

        Assert.StartsWith(Own, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("eu-central-1", (await ChildProcess.RunAsync("aws", "configure", "get", "region", "--profile", "with blanks")).Trim());
        work.Run("Remove-ClientProfile *");
        Assert.Equal(Own + "\r\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_edit_by_the_AWS_CLI_is_noticed()
    {
        using Workplace work = await OnboardedAsync();
        work.Run("Export-ClientProfile Globex");
        await ChildProcess.RunAsync("aws", "configure", "set", "region", "us-east-1", "--profile", "Globex-ReadOnly");

        ErrorRecord error = work.ErrorOf("Export-ClientProfile");

        Assert.StartsWith("ProfileBlockDamaged,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        work.Run("Export-ClientProfile -Force");
        Assert.Equal("eu-west-1", (await ChildProcess.RunAsync("aws", "configure", "get", "region", "--profile", "Globex-ReadOnly")).Trim());
    }

    [Fact]
    public async Task While_a_role_is_entered_that_is_served_the_users_own_file_is_written()
    {
        using Workplace work = await OnboardedAsync();
        work.Run("Enter-ClientRole Globex -AutoRefresh");

        PSObject profile = Assert.Single(work.Run("Export-ClientProfile Globex").Output);

        Assert.Equal(Path.Combine(work.Home, ".aws", "config"), Text(profile, "Path"));
        work.Run("Exit-ClientRole");
        Assert.Equal(ExpectedArn(profile), await ChildProcess.WhoAsync("Globex-ReadOnly"));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_what_is_missing_in_the_profiles()
    {
        using Workplace work = await OnboardedAsync();
        work.Run("Disconnect-CrossAccess");

        ShellResult result = work.Run("Export-ClientProfile Globex");

        Assert.Contains("-RoleSessionName", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("role_session_name", await File.ReadAllTextAsync(Path.Combine(work.Home, ".aws", "config"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(work.Run("Export-ClientProfile Globex -RoleSessionName night-shift").Warnings);
        work.Run("Connect-CrossAccess -UseDeviceCode");
        Assert.EndsWith("/night-shift", await ChildProcess.WhoAsync("Globex-ReadOnly"), StringComparison.Ordinal);
    }

    /// <summary>Ana is signed in, may enter four roles of two clients, and has a configuration file of her own.</summary>
    private static async Task<Workplace> OnboardedAsync()
    {
        Workplace work = new(new SandboxOptions { ApproveSignInAs = "ana" });
        work.Run("""
            $null = New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -User ana
            $null = New-RemoteAccessRole AbcCorp 333333333333 -AccountName staging -ProfileName client-333333333333 | New-ClientPermissionSet
            $null = New-RemoteAccessRole Globex 444444444444 -ExternalId globex:2026 -ProfileName client-444444444444 | New-ClientPermissionSet | Grant-ClientAccess -User ana
            """);
        await work.SignInAsync();
        work.Set("AWS_CONFIG_FILE", null);
        work.Set("AWS_SHARED_CREDENTIALS_FILE", null);
        await File.WriteAllTextAsync(Path.Combine(work.Home, ".aws", "config"), Own, TestContext.Current.CancellationToken);
        return work;
    }

    private static string ExpectedArn(PSObject profile)
    {
        string role = Text(profile, "RoleArn");
        return $"arn:aws:sts::{Text(profile, "AccountId")}:assumed-role/{role[(role.LastIndexOf('/') + 1)..]}/ana";
    }

    private static string Text(PSObject item, string property) => item.Properties[property].Value.ToString()!;
}
