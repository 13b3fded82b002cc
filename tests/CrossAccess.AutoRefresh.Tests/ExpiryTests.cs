using System.Diagnostics;
using System.Management.Automation;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AutoRefresh.Tests;

/// <summary>The hour ends, and ends again: programs go on, in the right account and under the same name.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ExpiryTests : IAsyncLifetime
{
    private static readonly TimeSpan PastTheHour = TimeSpan.FromMinutes(61);

    private readonly Engineer _ana = new();

    public async ValueTask InitializeAsync() => await _ana.SignInAsync();

    public ValueTask DisposeAsync()
    {
        _ana.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_AWS_CLI_works_on_across_two_expiries()
    {
        Programs.Require();
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        List<string> keys = [];
        for (int hour = 0; hour < 3; hour++)
        {
            Assert.Equal(Engineer.InAbc, await Programs.CliAsync());
            keys.Add(Assert.Single(_ana.Run("Get-ClientRole").Output).Text("AccessKey"));
            _ana.Advance(PastTheHour);
        }

        Assert.Equal(3, keys.Distinct().Count());
        // Once to enter, and once for each hour that has ended; each time from home, under ana's name.
        AnsweredRequest[] entries = [.. _ana.Aws.Requests.Where(request => request.Operation == "AssumeRole")];
        Assert.Equal(3, entries.Length);
        Assert.All(entries, entry => Assert.Equal(("ana", "ana"), ((string?)entry.Sent("RoleSessionName"), entry.SourceIdentity)));
        Assert.All(entries, entry => Assert.StartsWith("arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AbcCorpReadOnly_", entry.PrincipalArn, StringComparison.Ordinal));
        Assert.DoesNotContain(_ana.Aws.Requests, request => request.ErrorCode is "ExpiredToken");
    }

    [Fact]
    public async Task A_program_on_boto3_that_runs_for_hours_renews_its_own_credentials()
    {
        Programs.Require();
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        using Process program = Programs.StartLongLived();
        Task<string> errors = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        HashSet<string> keys = [];
        for (int minutes = 0; minutes <= 150; minutes += 25)
        {
            await program.StandardInput.WriteLineAsync($"{minutes * 60}".AsMemory(), TestContext.Current.CancellationToken);
            string[] answer = (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? await errors).Split(' ');
            Assert.Equal(Engineer.InAbc, answer[0]);
            keys.Add(answer[1]);
            _ana.Advance(TimeSpan.FromMinutes(25));
        }
        program.StandardInput.Close();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (program.ExitCode, await errors));
        Assert.InRange(keys.Count, 3, 4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(41)]
    [InlineData(46)]
    [InlineData(59)]
    [InlineData(200)]
    public async Task What_is_served_has_more_than_a_quarter_of_an_hour_left_whenever_it_is_asked_for(int minutes)
    {
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        _ana.Advance(TimeSpan.FromMinutes(minutes));

        JsonNode served = await AskAsync();

        TimeSpan left = (DateTimeOffset)served["Expiration"]! - (DateTimeOffset)_ana.Aws.Sandbox.Now;
        Assert.True(left > TimeSpan.FromMinutes(15), $"{left} left");
    }

    [Fact]
    public async Task Many_programs_at_once_share_one_walk_and_an_idle_shell_asks_nothing()
    {
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        _ana.Advance(PastTheHour);
        _ana.Aws.Sandbox.ClearEvents();
        _ana.Run("Get-ClientRole");
        Assert.Empty(_ana.Aws.Requests);

        JsonNode[] served = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync()));

        Assert.Single(served.Select(one => (string?)one["AccessKeyId"]).Distinct());
        Assert.Equal(1, _ana.Aws.Requests.Count(request => request.Operation == "AssumeRole"));
        Assert.Equal(1, _ana.Aws.Requests.Count(request => request.Operation == "GetRoleCredentials" && request.ErrorCode is null));
    }

    [Fact]
    public async Task When_the_sign_in_is_over_the_program_and_the_shell_say_what_to_type_and_that_is_enough()
    {
        Programs.Require();
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        _ana.Advance(TimeSpan.FromHours(9));

        string error = await Programs.CliErrorAsync();
        Assert.Contains("SignInRequired", error, StringComparison.Ordinal);
        Assert.Contains("Connect-CrossAccess -SessionName 'acme'", error.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        ShellResult role = _ana.Run("Get-ClientRole");
        Assert.Contains("Connect-CrossAccess", Assert.Single(role.Warnings), StringComparison.Ordinal);
        Assert.Contains("has ended", role.Output[0].Text("RefreshFailure"), StringComparison.Ordinal);

        await _ana.SignInAsync();
        Assert.Equal(Engineer.InAbc, await Programs.CliAsync());
        Assert.Empty(_ana.Run("Get-ClientRole").Warnings);
    }

    [Fact]
    public async Task While_the_standing_session_lives_it_is_served_although_it_cannot_be_renewed()
    {
        _ana.KeepAdminsProfiles();
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        string key = (string)(await AskAsync())["AccessKeyId"]!;
        _ana.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");
        _ana.Advance(TimeSpan.FromMinutes(50));

        Assert.Equal(key, (string?)(await AskAsync())["AccessKeyId"]);
        Assert.Contains("Grant-ClientAccess AbcCorp -Tier ReadOnly -User ana", Assert.Single(_ana.Run("Get-ClientRole").Warnings), StringComparison.Ordinal);
        _ana.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("AccessNotGranted", (string?)(await AskAsync())["code"]);
    }

    [Fact]
    public async Task Somebody_elses_sign_in_does_not_renew_anas_role()
    {
        _ana.KeepAdminsProfiles();
        _ana.Run("Grant-ClientAccess AbcCorp -Tier ReadOnly -User eve; Enter-ClientRole AbcCorp -AutoRefresh");
        _ana.SignInInstead("eve");
        _ana.Advance(PastTheHour);

        JsonNode refused = await AskAsync();

        Assert.Equal("AccountMismatch", (string?)refused["code"]);
        Assert.Contains("eve", (string?)refused["message"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_is_opened_by_a_session_that_lives()
    {
        _ana.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        _ana.Advance(PastTheHour);

        Assert.Single(_ana.Run("Get-ClientConsoleUrl").Output);

        Assert.DoesNotContain(_ana.Aws.Requests, request => request.ErrorCode is "ExpiredToken");
    }

    [Fact]
    public async Task A_duration_ends_the_role_for_good()
    {
        PSObject entered = Assert.Single(_ana.Run("Enter-ClientRole AbcCorp -AutoRefresh -Duration 2:00").Output);
        TimeSpan stays = (DateTimeOffset)entered.Properties["RefreshUntil"].Value - (DateTimeOffset)_ana.Aws.Sandbox.Now;
        Assert.InRange(stays, TimeSpan.FromMinutes(115), TimeSpan.FromMinutes(120));
        _ana.Advance(PastTheHour);
        Assert.NotNull((await AskAsync())["AccessKeyId"]);
        _ana.Advance(PastTheHour);

        JsonNode refused = await AskAsync();

        Assert.Equal("CredentialsExpired", (string?)refused["code"]);
        Assert.Contains("Enter-ClientRole AbcCorp", (string?)refused["message"], StringComparison.Ordinal);
    }

    private static async Task<JsonNode> AskAsync()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Environment.GetEnvironmentVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
        request.Headers.TryAddWithoutValidation("Authorization", Environment.GetEnvironmentVariable("AWS_CONTAINER_AUTHORIZATION_TOKEN"));
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
