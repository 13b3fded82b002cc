using System.Collections.Concurrent;
using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Onboarding;

/// <summary>Rows that fail, rows that are slow, and rows that wait together.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RowTests : IDisposable
{
    private const string Chain = "$rows | New-RemoteAccessRole | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers";

    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void A_row_with_a_foreign_account_leaves_the_other_two_results_and_one_error()
    {
        ShellResult result = _aws.Try(
            Chain,
            SandboxSession.Row("AbcCorp", SandboxSession.Abc),
            SandboxSession.Row("Globex", SandboxSession.Globex, profileName: SandboxSession.ProfileOf(SandboxSession.Initech)),
            SandboxSession.Row("Initech", SandboxSession.Initech));

        Assert.Equal(["AbcCorp", "Initech"], result.Output.Select(grant => grant.Text("Client")));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("AccountMismatch,CrossAccess.Commands.NewRemoteAccessRoleCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Equal("Globex", error.TargetObject);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain(_aws.Requests, request => request.Operation == "CreateRole" && request.AccountId == SandboxSession.Globex);
    }

    [Theory]
    [InlineData("CreateRole", "AccessDenied", "ClientAccessDenied", ErrorCategory.PermissionDenied)]
    [InlineData("CreateRole", "LimitExceeded", "QuotaExceeded", ErrorCategory.QuotaExceeded)]
    [InlineData("CreatePermissionSet", "ServiceQuotaExceededException", "QuotaExceeded", ErrorCategory.QuotaExceeded)]
    [InlineData("CreateAccountAssignment", "AccessDeniedException", "ClientAccessDenied", ErrorCategory.PermissionDenied)]
    public void What_AWS_refuses_to_one_row_is_that_rows_error_alone(string operation, string code, string id, ErrorCategory category)
    {
        _aws.Sandbox.Fail(operation, code);

        ShellResult result = _aws.Try(Chain, SandboxSession.ThreeRows());

        Assert.Equal(2, result.Output.Count);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(id, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(error.TargetObject, new[] { "AbcCorp", "Globex", "Initech" });
        Assert.DoesNotContain((string)error.TargetObject, result.Output.Select(grant => grant.Text("Client")));
    }

    [Fact]
    public void A_row_that_failed_half_way_is_finished_by_the_next_run()
    {
        _aws.Sandbox.Fail("PutInlinePolicyToPermissionSet", "AccessDeniedException");
        ErrorRecord error = Assert.Single(_aws.Try(Chain, SandboxSession.Row("AbcCorp", SandboxSession.Abc)).Errors);
        Assert.Contains("created without its policy", error.Exception.Message, StringComparison.Ordinal);

        ShellResult again = _aws.Run(Chain);

        Assert.Equal(["Created"], again.Statuses());
        Assert.Equal(["AbcCorp ReadOnly (222222222222)"], _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly").Texts);
    }

    [Fact]
    public void ErrorAction_Stop_ends_the_pipeline_and_can_be_caught_by_type()
    {
        ShellResult result = _aws.Try(
            "try { $rows | New-RemoteAccessRole -ErrorAction Stop } catch [CrossAccess.ClientAccessException] { \"caught $($_.Exception.Error)\" }",
            SandboxSession.Row("Globex", SandboxSession.Globex, profileName: SandboxSession.ProfileOf(SandboxSession.Initech)));

        Assert.Equal(["caught AccountMismatch"], result.Texts);
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void Results_keep_the_input_order_when_the_first_row_is_the_slowest()
    {
        var last = new Signal();
        var answered = new ConcurrentQueue<string?>();
        _aws.Hold("AttachRolePolicy", async (account, cancellation) =>
        {
            if (account == SandboxSession.Abc) await last.WaitAsync(cancellation);
            answered.Enqueue(account);
            if (answered.Count == 2) last.Set();
        });

        ShellResult result = _aws.Run(Chain, SandboxSession.ThreeRows());

        Assert.Equal(SandboxSession.Abc, answered.Last());
        Assert.Equal(["AbcCorp", "Globex", "Initech"], result.Output.Select(grant => grant.Text("Client")));
    }

    [Fact]
    public void The_waits_of_rows_overlap()
    {
        Gathering atOnce = new(3);
        _aws.Hold("CreateRole", (_, cancellation) => atOnce.ArriveAsync(cancellation));

        // Were the rows done one by one, the first would wait for the others for ever.
        Assert.Equal(3, _aws.Run(Chain, SandboxSession.ThreeRows()).Output.Count);
        Assert.True((int)_aws.Sandbox.MostRequestsInFlight >= 3);
    }

    [Fact]
    public void The_waits_of_cmdlets_overlap_too()
    {
        // The last row's role is not answered before the first row's permission set has been asked for.
        var set = new Signal();
        _aws.Hold("CreateRole", (account, cancellation) => account == SandboxSession.Initech ? set.WaitAsync(cancellation) : Task.CompletedTask);
        _aws.Hold("CreatePermissionSet", (_, _) =>
        {
            set.Set();
            return Task.CompletedTask;
        });

        Assert.Equal(["AbcCorp", "Globex", "Initech"], _aws.Run(Chain, SandboxSession.ThreeRows()).Output.Select(grant => grant.Text("Client")));
    }

    [Fact]
    public void ThrottleLimit_1_has_one_row_finished_before_the_next_begins()
    {
        _aws.Run("$rows | New-RemoteAccessRole -ThrottleLimit 1", SandboxSession.ThreeRows());

        Assert.Equal(
            ["222222222222", "333333333333", "444444444444"],
            _aws.Requests.Where(request => request.Service == "iam").Select(request => request.AccountId!).Aggregate(new List<string>(), (runs, account) =>
            {
                if (runs.LastOrDefault() != account) runs.Add(account);
                return runs;
            }));
        Assert.Equal(1, (int)_aws.Sandbox.MostRequestsInFlight);
    }

    [Fact]
    public void WhatIf_keeps_the_order_too_when_the_first_row_is_the_slowest()
    {
        var last = new Signal();
        _aws.Hold("GetRole", async (account, cancellation) =>
        {
            if (account == SandboxSession.Abc) await last.WaitAsync(cancellation);
            if (account == SandboxSession.Initech) last.Set();
        });

        ShellResult result = _aws.Run("$rows | New-RemoteAccessRole -WhatIf", SandboxSession.ThreeRows());

        Assert.Equal(["AbcCorp Planned", "Globex Planned", "Initech Planned"], result.Output.Select(role => $"{role.Text("Client")} {role.Text("Status")}"));
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void Progress_is_shown_while_Identity_Center_works_and_taken_down_at_the_end()
    {
        _aws.Onboard(grant: "-Group Engineers");
        ProgressRecord[] shown = [.. _aws.Shell.Screen.Progress];

        Assert.Contains(shown, record => record.Activity == "Granting AbcCorpReadOnly");
        Assert.Equal(ProgressRecordType.Completed, shown.Last().RecordType);
    }
}
