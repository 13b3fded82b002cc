using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Ending.Tests;

/// <summary>Revoke-ClientSession as it is typed and piped: what it says before, and what it asks.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RevokeSessionCommandTests : IDisposable
{
    private const string Revoke = "Revoke-ClientSession AbcCorp -ProfileName client-222222222222";
    private const string CutsOff = "which cuts off group Engineers, user eve; they may enter again at once";

    private readonly TimedAws _aws = new("Grant-ClientAccess AbcCorp -User eve -Group Engineers");
    private readonly QuickTime _time;

    public RevokeSessionCommandTests() => _time = new QuickTime(_aws.Sandbox);

    public void Dispose()
    {
        _time.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public void WhatIf_outranks_Force_says_who_is_cut_off_and_changes_nothing()
    {
        ShellResult result = _aws.RunWhole($"{Revoke} -WhatIf -Force");

        PSObject planned = Assert.Single(result.Output);
        Assert.Equal(("Planned", "AbcCorp", "222222222222", "ReadOnly"), (planned.Text("Status"), planned.Text("Client"), planned.Text("AccountId"), planned.Text("Tier")));
        Assert.Contains($"Performing the operation \"end the sessions issued until now, {CutsOff}\" on target \"AbcCorp, account 222222222222, role acme-read-only\"", result.HostText, StringComparison.Ordinal);
        Assert.StartsWith("Ending the sessions of acme-read-only in account 222222222222 cuts off group Engineers, user eve. They may enter again at once. To keep somebody out", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);
        Assert.Empty(_time.Pauses);
    }

    [Fact]
    public void It_asks_with_the_names_and_no_is_no()
    {
        _aws.Shell.Screen.Answers.Enqueue("No");
        Assert.Empty(_aws.Run(Revoke));
        Assert.Empty(_aws.Changes);
        Assert.Contains(CutsOff, Assert.Single(_aws.Shell.Screen.Questions), StringComparison.Ordinal);

        _aws.Shell.Screen.Answers.Enqueue("Yes");
        Assert.Equal(["Created"], _aws.RunWhole(Revoke).Statuses());
    }

    [Fact]
    public void With_Force_the_warning_still_comes_before_the_first_deny()
    {
        using var said = new ManualResetEventSlim();
        _aws.Shell.Set("said", said);
        // Nothing is denied in AWS before the warning was read.
        _aws.Sandbox.BeforeHandling = (request, cancellation) => Task.Run(() => { if (request.Operation == "PutRolePolicy") said.Wait(cancellation); }, cancellation);

        ShellResult result = _aws.RunWhole($"{Revoke} -Force 3>&1 | ForEach-Object {{ if ($_ -is [System.Management.Automation.WarningRecord]) {{ $said.Set() }} else {{ $_ }} }}");

        Assert.Equal(["Created"], result.Statuses());
        Assert.True(said.IsSet);
    }

    [Fact]
    public void Whoever_the_trust_names_besides_is_named()
    {
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -TrustedRoleArn arn:aws:iam::111111111111:role/runbook");
        Assert.Contains("group Engineers, user eve, home's role runbook;", _aws.RunWhole($"{Revoke} -WhatIf").HostText, StringComparison.Ordinal);
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -TrustScope Account");
        Assert.Contains("user eve, whoever home's own policies let in;", _aws.RunWhole($"{Revoke} -WhatIf").HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_may_enter_again_nothing_is_warned_of()
    {
        _aws.Run("Get-ClientAccess AbcCorp | Revoke-ClientAccess -Force");
        ShellResult result = _aws.RunWhole($"{Revoke} -WhatIf");
        Assert.Empty(result.Warnings);
        Assert.Contains("\"end the sessions issued until now\"", result.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Identity_Center_that_cannot_be_read_keeps_nobody_from_ending_sessions()
    {
        _aws.Sandbox.Fail("ListAccountAssignments", "AccessDeniedException");
        ShellResult result = _aws.RunWhole($"{Revoke} -Force");
        Assert.Equal(["Created"], result.Statuses());
        Assert.StartsWith("Who is cut off besides, and may enter again at once, could not be read: AWS refused sso:ListAccountAssignments", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ClientAccess AbcCorp | Revoke-ClientSession -ProfileName client-222222222222 -Force")]
    [InlineData("Get-RemoteAccessRole AbcCorp -ProfileName client-222222222222 | Revoke-ClientSession -ProfileName client-222222222222 -Force")]
    [InlineData("Get-CrossAccessClient AbcCorp | Revoke-ClientSession -ProfileName client-222222222222 -Force")]
    [InlineData("[pscustomobject]@{ Client = 'abccorp'; AccountId = '222222222222'; Tier = 'ReadOnly'; ProfileName = 'client-222222222222' } | Revoke-ClientSession -Force")]
    public void What_is_piped_means_its_role_once(string script)
    {
        ShellResult result = _aws.RunWhole(script);
        Assert.Equal(["Created"], result.Statuses());
        Assert.Single(result.Warnings);
        Assert.Equal(["PutRolePolicy", "PutRolePolicy"], _aws.Changes);
    }

    [Fact]
    public void Rows_with_credentials_of_their_own_that_mean_one_role_act_once()
    {
        ShellResult result = _aws.RunWhole("""
            'client-222222222222', 'also' | ForEach-Object { [pscustomobject]@{ Client = 'AbcCorp'; ProfileName = $_ } } | Revoke-ClientSession -Force
            """.Replace("also", AlsoOf("client-222222222222"), StringComparison.Ordinal));
        Assert.Equal(["Created", "Unchanged"], result.Statuses().Order(StringComparer.Ordinal));
        Assert.Equal(["PutRolePolicy", "PutRolePolicy"], _aws.Changes);
    }

    [Fact]
    public void Its_output_binds_to_what_comes_next()
    {
        Assert.Equal(["Created", "Unchanged"], _aws.RunWhole($"$revoked = {Revoke} -Force; $revoked; $revoked | New-RemoteAccessRole -ProfileName client-222222222222").Statuses());
        _aws.Sandbox.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["Removed"], _aws.RunWhole("$revoked | Revoke-ClientSession -Lift -ProfileName client-222222222222 -Force").Statuses());
    }

    [Fact]
    public void The_table_fits_in_80_columns()
    {
        string[] lines = _aws.Shell.Render($"{Revoke} -Force -WarningAction SilentlyContinue").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, 80));
        Assert.Equal("Client AccountId Tier RevokedBefore LiftableAfter Status", string.Join(' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains($"{_aws.Sandbox.Now.LocalDateTime:MM-dd HH:mm:ss}", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_to_repeat_it_ends_with_the_pipeline_and_the_first_deny_stands()
    {
        var waiting = new Signal();
        _time.IsEndless = true;
        _time.Meanwhile = waiting.Set;
        using RunningScript running = _aws.Shell.Start($"{Revoke} -Force -WarningAction SilentlyContinue");
        waiting.Wait();
        running.Stop();
        Assert.Equal(PSInvocationState.Stopped, running.Wait().State);
        Assert.Equal(["PutRolePolicy"], _aws.Changes);
    }

    // Another profile with the same keys.
    private string AlsoOf(string profile)
    {
        string file = _aws.Sandbox.CredentialsFile;
        string[] lines = File.ReadAllLines(file);
        int start = Array.IndexOf(lines, $"[{profile}]");
        File.AppendAllLines(file, ["[also]", .. lines.Skip(start + 1).TakeWhile(line => line.Contains('=', StringComparison.Ordinal))]);
        return "also";
    }
}
