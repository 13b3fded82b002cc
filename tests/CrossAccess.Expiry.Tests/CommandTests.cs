using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Expiry.Tests;

/// <summary>The commands as they are typed and piped, and what they say.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class CommandTests : IDisposable
{
    private readonly TimedAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Access_that_has_ended_by_AWSs_clock_is_diagnosed_and_its_fix_gives_it_again()
    {
        const string Test = "Test-ClientAccess AbcCorp -Tier ReadOnly -User ana | Where-Object Link -EQ Deny";
        PSObject granted = Assert.Single(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00"));
        _aws.TurnTo(TimedAws.ExpiresOf(granted));
        Assert.Equal("Pass", Assert.Single(_aws.Run(Test)).Text("Result"));
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));

        PSObject ended = Assert.Single(_aws.Run(Test));

        Assert.Equal("Fail", ended.Text("Result"));
        Assert.StartsWith("The access of ana ended at ", ended.Text("Reason"), StringComparison.Ordinal);
        Assert.Equal("Grant-ClientAccess AbcCorp -Tier ReadOnly -User ana -Duration 8:00", ended.Text("Fix"));
        _aws.Run(ended.Text("Fix")!);
        Assert.Equal("Pass", Assert.Single(_aws.Run(Test)).Text("Result"));
        Assert.True(await _aws.GetsInAsync("ana"));
    }

    [Fact]
    public void WhatIf_says_until_when_and_changes_nothing()
    {
        byte[] inventory = File.ReadAllBytes(_aws.InventoryPath);

        ShellResult result = _aws.RunWhole("Grant-ClientAccess AbcCorp -User ana -Duration 4:00 -WhatIf");

        PSObject planned = Assert.Single(result.Output);
        Assert.Equal("Planned", planned.Text("Status"));
        Assert.Contains($"Performing the operation \"grant it to user ana until {TimedAws.ExpiresOf(planned):u}\" on target \"AbcCorp, permission set AbcCorpReadOnly on home account 111111111111\"", result.HostText, StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);
        Assert.Equal(inventory, File.ReadAllBytes(_aws.InventoryPath));
    }

    [Fact]
    public void WhatIf_plans_a_grant_by_a_set_that_is_only_planned()
    {
        ShellResult result = _aws.RunWhole("New-RemoteAccessRole Initech 444444444444 -ProfileName client-444444444444 -WhatIf | New-ClientPermissionSet -WhatIf | Grant-ClientAccess -User ana -Duration 4:00 -WhatIf");
        Assert.Equal("Planned", result.Output[^1].Text("Status"));
        Assert.InRange(TimedAws.ExpiresOf(result.Output[^1]) - _aws.Sandbox.Now, TimeSpan.FromHours(3.9), TimeSpan.FromHours(4.1));
        Assert.Empty(_aws.Changes);
    }

    [Fact]
    public void WhatIf_of_an_extension_and_of_lasting_access_name_what_goes()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00");
        Assert.Contains("let user ana keep it until", _aws.RunWhole("Grant-ClientAccess AbcCorp -User ana -Duration 4:00 -WhatIf").HostText, StringComparison.Ordinal);
        _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");
        string text = _aws.RunWhole("Grant-ClientAccess AbcCorp -User ana -WhatIf").HostText;
        Assert.Contains("take the end of the earlier access of user ana", text, StringComparison.Ordinal);
        Assert.Contains("grant it to user ana", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_of_tidying_up_outranks_Force_and_changes_nothing()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00; Grant-ClientAccess Globex -User ana -Duration 4:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(70));
        _aws.Sandbox.ClearEvents();

        ShellResult result = _aws.RunWhole("Revoke-ClientAccess -Expired -WhatIf -Force");

        Assert.Equal(("AbcCorp", "Planned"), (Assert.Single(result.Output).Text("Client"), result.Output[0].Text("Status")));
        Assert.Contains("take it from user ana, whose access ended at", result.HostText, StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);
    }

    [Fact]
    public void Tidying_up_asks_where_something_would_be_done_and_no_is_no()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(70));
        _aws.Sandbox.ClearEvents();

        _aws.Shell.Screen.Answers.Enqueue("No");
        Assert.Empty(_aws.Run("Revoke-ClientAccess -Expired"));
        Assert.Empty(_aws.Changes);
        _aws.Shell.Screen.Answers.Enqueue("Yes");
        Assert.Equal(["Removed"], _aws.RunWhole("Revoke-ClientAccess -Expired").Statuses());
        // Globex has nothing that has ended, so nothing was asked about it.
        Assert.Equal(2, _aws.Shell.Screen.Questions.Count);
        Assert.Empty(_aws.Run("Revoke-ClientAccess Globex -Expired"));
    }

    [Fact]
    public void Tidying_up_is_of_all_clients_or_of_those_named_or_piped()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00; Grant-ClientAccess Globex -User eve -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(70));

        Assert.Empty(_aws.Run("Revoke-ClientAccess AbcCorp -Tier Administrator -Expired -Force"));
        Assert.Equal(["ana"], _aws.Run("Revoke-ClientAccess abccorp -Tier ReadOnly -Expired -Force").Select(row => row.Text("PrincipalName")));
        Assert.Equal(["eve"], _aws.Run("Get-CrossAccessClient Globex | Revoke-ClientAccess -Expired -Force").Select(row => row.Text("PrincipalName")));
        Assert.Equal(["ana", "eve"], _aws.Run("Revoke-ClientAccess -Expired -Force").Select(row => row.Text("PrincipalName")));
    }

    [Fact]
    public void One_set_that_AWS_refuses_is_one_error_and_the_others_go_on()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00; Grant-ClientAccess Globex -User eve -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(70));
        _aws.Sandbox.Fail("GetInlinePolicyForPermissionSet", "AccessDeniedException");

        ShellResult result = _aws.Try("Revoke-ClientAccess -Expired -Force -ThrottleLimit 1");

        Assert.Equal(("ClientAccessDenied", "AbcCorp"), (Assert.Single(result.Errors).Id(), result.Errors[0].TargetObject));
        Assert.Equal(["Globex"], result.Output.Select(row => row.Text("Client")));
    }

    [Fact]
    public void What_is_left_for_a_later_run_is_said()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(70));
        Assert.Contains(_aws.RunWhole("Revoke-ClientAccess -Expired -Force -Verbose").Verbose, text => text.StartsWith("Left for a later run: the end of user ana stays in the policy of AbcCorpReadOnly until", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_a_spreadsheet_grant_for_a_time_or_for_good()
    {
        ShellResult result = _aws.RunWhole("""
            [pscustomobject]@{ Client = 'AbcCorp'; Tier = 'ReadOnly'; User = 'ana;eve'; Group = ''; Duration = '8:00'; Reason = 'INC-7' },
            [pscustomobject]@{ Client = 'Globex'; Tier = 'ReadOnly'; User = 'ana'; Group = ''; Duration = ''; Reason = '' } | Grant-ClientAccess
            """);

        Assert.Equal(["ana → AbcCorpReadOnly", "eve → AbcCorpReadOnly", "ana → GlobexReadOnly"], result.Texts);
        Assert.Equal([true, true, false], result.Output.Select(row => row.Properties["Expires"].Value is not null));
        Assert.Equal("INC-7", (string?)_aws.Inventory["grants"]!.AsArray().First(grant => (string?)grant!["name"] == "eve")!["reason"]);
    }

    [Theory]
    [InlineData("Grant-ClientAccess AbcCorp -Group Engineers -Duration 4:00", "RequestRejected", "-User ana, ben")]
    [InlineData("Grant-ClientAccess AbcCorp -User ana -Duration 0:10", "InvalidDuration", null)]
    [InlineData("Grant-ClientAccess AbcCorp -User ana -Duration 366.00:00", "InvalidDuration", null)]
    [InlineData("Grant-ClientAccess AbcCorp -User ben -Duration 4:00", "AccessHasNoEnd", "Nothing needs to be granted.")]
    [InlineData("Grant-ClientAccess AbcCorp -User eve", "AccessHasEnd", "-Duration 8:00")]
    [InlineData("Grant-ClientAccess AbcCorp -User joe -Duration 4:00", "AccessHasNoEnd", "Revoke-ClientAccess AbcCorp -Tier ReadOnly -User joe")]
    [InlineData("Grant-ClientAccess AbcCorp -User nobody -Duration 4:00", "UserNotFound", null)]
    [InlineData("Revoke-ClientAccess Nobody -Expired -Force", "ClientNotFound", "Get-CrossAccessClient")]
    [InlineData("Revoke-ClientAccess -Expired -Tier Nothing -Force", "TierNotFound", null)]
    public void Refusals_have_an_id_and_say_what_to_do(string script, string id, string? action)
    {
        _aws.Run("Grant-ClientAccess AbcCorp -Group Support; Grant-ClientAccess AbcCorp -User joe; Grant-ClientAccess AbcCorp -User eve -Duration 1:00");
        _aws.Sandbox.ClearEvents();

        ErrorRecord error = _aws.ErrorOf(script);

        Assert.Equal(id, error.Id());
        if (action is not null) Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);
    }

    [Theory]
    [InlineData("Grant-ClientAccess AbcCorp -User ana -Duration 90", "ParameterArgumentTransformationError")]
    [InlineData("Revoke-ClientAccess -Expired -User ana", "AmbiguousParameterSet")]
    [InlineData("Revoke-ClientAccess -Expired -Group Engineers", "AmbiguousParameterSet")]
    public void What_cannot_be_meant_is_not_bound(string script, string id)
    {
        Assert.Equal(id, _aws.ErrorOf(script).Id());
        Assert.Empty(_aws.Sandbox.Events);
    }

    [Fact]
    public void Get_ClientAccess_says_until_when_by_AWSs_word_and_the_table_fits()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00; Grant-ClientAccess AbcCorp -User ben; Grant-ClientAccess AbcCorp -Group Engineers")[0]);
        File.WriteAllText(_aws.InventoryPath, File.ReadAllText(_aws.InventoryPath).Replace("\"expires\"", "\"once\"", StringComparison.Ordinal));

        Assert.Equal([end, null, null], _aws.Run("Get-ClientAccess AbcCorp").Select(row => (DateTimeOffset?)row.Properties["Expires"].Value));
        string[] lines = _aws.Shell.Render("Get-ClientAccess AbcCorp").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, 80));
        Assert.Equal("Client Tier Type Name Expires Status", string.Join(' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains(lines, line => line.Contains($"ana               {end.LocalDateTime:yyyy-MM-dd HH:mm}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_whose_members_access_ends_is_warned_about()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00");
        string warning = Assert.Single(_aws.RunWhole("Grant-ClientAccess AbcCorp -Group Engineers").Warnings);
        Assert.StartsWith("User ana is a member of group Engineers", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_without_room_is_refused_with_the_reason()
    {
        for (int number = 0; number < 60; number++) _aws.Sandbox.AddUser($"user{number}");

        ShellResult result = _aws.Try("0..59 | ForEach-Object { [pscustomobject]@{ Client = 'AbcCorp'; User = \"user$_\"; Duration = [timespan]::FromMinutes(60 + $_) } } | Grant-ClientAccess");

        ErrorRecord error = result.Errors[0];
        Assert.All(result.Errors, one => Assert.Equal("PolicyTooLong", one.Id()));
        Assert.Contains("Identity Center allows 10,240", error.Exception.Message, StringComparison.Ordinal);
        Assert.InRange(result.Output.Count, 30, 45);
    }
}
