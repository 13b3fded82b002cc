using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>Get-ClientCredential, in the engine and as a program that other programs start.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class CredentialTests
{
    private const string Arn = "arn:aws:sts::222222222222:assumed-role/acme-read-only/ana";

    [Fact]
    public async Task Credentials_come_without_entering_in_two_requests_and_from_what_is_held_in_none()
    {
        using Workplace work = await SignedInAsync();

        PSObject session = Assert.Single(work.Run("Get-ClientCredential AbcCorp").Output);

        Assert.Equal(["GetRoleCredentials", "AssumeRole"], work.TakeOperations());
        Assert.Equal("CrossAccess.ClientSession", session.TypeNames[0]);
        Assert.Null(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
        Assert.Empty(work.Run("Get-ClientRole").Output);
        JsonNode again = JsonNode.Parse(Assert.Single(work.Run("Get-ClientCredential abccorp readonly -Format json").Texts))!;
        Assert.Equal(session.Properties["AccessKey"].Value, (string?)again["AccessKeyId"]);
        Assert.Equal("222222222222", (string?)again["AccountId"]);
        work.Run("Enter-ClientRole AbcCorp; Exit-ClientRole");
        Assert.Empty(work.TakeOperations());
        work.Run("Get-ClientCredential AbcCorp -NoCache -Format process");
        Assert.Equal(["GetRoleCredentials", "AssumeRole"], work.TakeOperations());
    }

    [Fact]
    public async Task An_object_shows_no_secret_and_a_text_shows_it_to_its_reader_alone()
    {
        using Workplace work = await SignedInAsync();

        ShellResult text = work.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; Get-ClientCredential AbcCorp -Format process");
        ShellResult shown = work.Run("Get-ClientCredential AbcCorp | Out-Default");

        string secret = (string)JsonNode.Parse(Assert.Single(text.Texts))!["SecretAccessKey"]!;
        Assert.DoesNotContain(secret, text.HostText + string.Concat(text.Verbose) + shown.HostText, StringComparison.Ordinal);
        Assert.NotEmpty(text.Verbose);
    }

    [Fact]
    public async Task What_would_be_a_warning_does_not_stand_in_the_document()
    {
        using Workplace work = await SignedInAsync();

        Assert.Contains("an hour at most", Assert.Single(work.Run("Get-ClientCredential AbcCorp -Duration 4:00").Warnings), StringComparison.Ordinal);
        (int exitCode, string output, string errors) = await HostAsync("Get-ClientCredential AbcCorp -Duration 4:00 -Format process");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(["Version", "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"], JsonNode.Parse(output)!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task A_credential_process_answers_the_AWS_CLI_and_boto3()
    {
        using Workplace work = await SignedInAsync();
        string config = Path.Combine(work.Home, "config");
        await File.WriteAllTextAsync(config, $"""
            [profile abc]
            region = {work.Sandbox.Region}
            credential_process = dotnet "{BuiltModule.HostAssembly}" -NoProfile -NonInteractive -Command "Get-ClientCredential AbcCorp -Tier ReadOnly -Format process"
            """, TestContext.Current.CancellationToken);
        work.Set("AWS_CONFIG_FILE", config);
        work.Set("AWS_SHARED_CREDENTIALS_FILE", null);

        Assert.Equal(Arn, await ChildProcess.WhoAsync("abc"));
        Assert.Equal(Arn, (await ChildProcess.RunAsync("python3", "-c", "import boto3; print(boto3.Session(profile_name='abc').client('sts').get_caller_identity()['Arn'])")).Trim());
        // Our own reading of profiles starts the process, too.
        Assert.Equal("222222222222", Assert.Single(work.Run("Get-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName abc").Output).Properties["AccountId"].Value);
    }

    [Fact]
    public async Task A_shell_takes_env_and_dotenv_as_its_own()
    {
        using Workplace work = await SignedInAsync();
        const string who = "aws sts get-caller-identity --query Arn --output text";
        string host = $"dotnet '{BuiltModule.HostAssembly}' -NonInteractive -Command 'Get-ClientCredential AbcCorp -Format ";
        ChildProcess.SkipWhereMissing("aws");

        Assert.Equal(Arn, (await ChildProcess.RunAsync("bash", "-c", $"eval \"$({host}env')\" && {who}")).Trim());
        Assert.Equal(Arn, (await ChildProcess.RunAsync("bash", "-c", $"{host}dotenv' > '{work.Home}/.env' && set -a && . '{work.Home}/.env' && {who}")).Trim());
    }

    [Fact]
    public async Task PowerShell_runs_what_was_written_for_it()
    {
        using Workplace work = await SignedInAsync();
        foreach (string name in (string[])["AWS_CREDENTIAL_EXPIRATION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION"]) work.Set(name, null);

        work.Run("& ([scriptblock]::Create((Get-ClientCredential AbcCorp -Format powershell)))");

        Assert.Equal(Arn, await ChildProcess.WhoAsync());
        Assert.Equal(work.Sandbox.Region, Environment.GetEnvironmentVariable("AWS_REGION"));
    }

    [Theory]
    [InlineData("Get-ClientCredential AbcCorp -Tier Administrator -Format process", "Grant-ClientAccess AbcCorp -Tier Administrator -User ana")]
    [InlineData("Get-ClientCredential Nobody -Format process", "Nobody")]
    [InlineData("Get-ClientCredential AbcCorp -SessionName elsewhere -Format process", "Connect-CrossAccess -SessionName 'elsewhere'")]
    [InlineData("Get-ClientCredential AbcCorp -HomeProfileName client-222222222222 -Format env", "AccountMismatch")]
    [InlineData("Get-ClientCredential AbcCorp -Format xml", "Format")]
    [InlineData("Get-ClientCredential -Format process", "Client")]
    public async Task What_fails_says_so_where_errors_go_prints_nothing_else_and_asks_nothing(string command, string said)
    {
        using Workplace work = await SignedInAsync();

        (int exitCode, string output, string errors) = await HostAsync(command + (said == "AccountMismatch" ? "; if (-not $?) { [Console]::Error.WriteLine($Error[0].FullyQualifiedErrorId); exit 1 }" : ""));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(said, errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_the_command_to_type_and_asked_nothing()
    {
        using Workplace work = await SignedInAsync();
        work.Run("Disconnect-CrossAccess");

        (int exitCode, string output, string errors) = await HostAsync("Get-ClientCredential AbcCorp -Format process");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Connect-CrossAccess", errors, StringComparison.Ordinal);
        Assert.StartsWith("SignInRequired,", work.ErrorOf("Get-ClientCredential AbcCorp -Format process").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_bind_by_name_and_one_that_fails_leaves_the_others()
    {
        using Workplace work = await SignedInAsync();
        work.Run("$null = New-RemoteAccessRole Globex 444444444444 -AccountName main -ProfileName client-444444444444 | New-ClientPermissionSet | Grant-ClientAccess -User ana");

        ShellResult result = work.Try("[pscustomobject]@{ Client = 'AbcCorp'; Tier = 'ReadOnly'; AccountId = '222222222222' }, [pscustomobject]@{ Client = 'AbcCorp'; Tier = 'Administrator'; AccountId = '' }, (Get-CrossAccessClient Globex) | Get-ClientCredential");

        Assert.Equal(["AbcCorp ReadOnly (222222222222)", "Globex ReadOnly (444444444444)"], result.Texts);
        Assert.StartsWith("AccessNotGranted,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static async Task<Workplace> SignedInAsync()
    {
        Workplace work = new(new SandboxOptions { ApproveSignInAs = "ana" });
        await work.SignInAsync();
        work.TakeOperations();
        return work;
    }

    private static Task<(int ExitCode, string Output, string Errors)> HostAsync(string command) =>
        ChildProcess.TryAsync("dotnet", BuiltModule.HostAssembly, "-NonInteractive", "-Command", command);
}
