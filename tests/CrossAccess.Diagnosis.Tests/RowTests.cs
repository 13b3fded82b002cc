using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.SignIn.Tests;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>Many chains at once: what binds from the pipeline, in which order results come, how often AWS is asked, and -Quiet.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RowTests : IDisposable
{
    private readonly ChainUnderTest _chain = new();

    private Workplace Work => _chain.Work;

    public void Dispose() => _chain.Dispose();

    [Fact]
    public void One_chain_read_on_both_sides_takes_seven_reads()
    {
        _chain.Test();
        Work.TakeOperations();

        _chain.Test();

        Assert.Equal(
            [
                "DescribePermissionSet 1", "GetInlinePolicyForPermissionSet 1", "GetRole 1", "ListAccountAssignments 1",
                "ListAttachedRolePolicies 1", "ListPermissionSetsProvisionedToAccount 1", "ListUsers 1",
            ],
            Counts());
    }

    [Fact]
    public void Of_many_chains_of_one_user_what_they_share_is_read_once()
    {
        OnboardTwoMore();

        ShellResult result = Work.Run("Get-CrossAccessClient | Test-ClientAccess -Tier ReadOnly -User ana");

        Assert.Equal(["AbcCorp", "Globex", "Initech"], result.Output.Select(link => link.Text("Client")).Distinct());
        Assert.Equal(45, result.Output.Count);
        Assert.Equal("ana has it by group Engineers.", result.Output.Last(link => link.Text("Link") == "Assignment").Text("Reason"));
        Assert.Equal(
            [
                "DescribeGroup 1", "DescribePermissionSet 3", "GetInlinePolicyForPermissionSet 3", "ListAccountAssignments 3",
                "ListGroupMembershipsForMember 1", "ListPermissionSetsProvisionedToAccount 1", "ListUsers 1",
            ],
            Counts());
    }

    [Fact]
    public void What_is_granted_is_tested_as_it_is_found()
    {
        OnboardTwoMore();

        ShellResult result = Work.Run("Get-ClientAccess | Test-ClientAccess | Where-Object Link -EQ Assignment");

        Assert.Equal(
            ["AbcCorp User ana Pass", "Globex Group Engineers Pass", "Initech Group Engineers Pass"],
            result.Output.Select(link => $"{link.Text("Client")} {link.Text("PrincipalType")} {link.Text("PrincipalName")} {link.Text("Result")}"));
    }

    [Fact]
    public void A_principal_that_is_gone_fails_and_the_others_go_on()
    {
        Work.Run("$null = Grant-ClientAccess AbcCorp -Tier ReadOnly -User eve");
        _chain.Sandbox.RemoveUser("eve");

        ShellResult result = Work.Run("Get-ClientAccess | Test-ClientAccess | Where-Object Link -EQ Principal");

        Assert.Equal(["Fail", "Pass"], result.Output.Select(link => link.Text("Result")).Order());
    }

    [Fact]
    public void Rows_of_a_CSV_bind_by_column_and_one_bad_row_is_one_error()
    {
        OnboardTwoMore();
        Work.Run("$global:rows = @([pscustomobject]@{ Client = 'AbcCorp'; AccountId = '222222222222'; Tier = 'ReadOnly'; User = 'ana'; Group = ''; ProfileName = 'client-222222222222' }, [pscustomobject]@{ Client = 'Nobody'; AccountId = ''; Tier = ''; User = 'ana'; Group = ''; ProfileName = '' }, [pscustomobject]@{ Client = 'Globex'; AccountId = ''; Tier = ''; User = ''; Group = 'Engineers; Support'; ProfileName = '' })");

        ShellResult result = Work.Try("$rows | Test-ClientAccess | Where-Object Link -EQ Assignment");

        Assert.Equal(["ana Pass", "Engineers Pass", "Support Fail"], result.Output.Select(link => $"{link.Text("PrincipalName")} {link.Text("Result")}"));
        Assert.Equal("ClientNotFound", result.OnlyError().Id());
    }

    [Fact]
    public void Several_accounts_are_several_chains_and_one_can_be_named_by_id_or_name()
    {
        Work.Run("$null = New-RemoteAccessRole AbcCorp 333333333333 -AccountName staging -ProfileName client-333333333333 | New-ClientPermissionSet");

        Assert.Equal(["222222222222", "333333333333"], Accounts("Test-ClientAccess AbcCorp -User ana"));
        Assert.Equal(["333333333333"], Accounts("Test-ClientAccess AbcCorp -Account Staging -User ana"));
        Assert.Equal(["222222222222"], Accounts("Test-ClientAccess AbcCorp -AccountId 222222222222 -User ana"));
    }

    [Fact]
    public void The_window_keeps_the_order_and_overlaps_the_rows()
    {
        OnboardTwoMore();
        int under = 0;
        _chain.Sandbox.BeforeHandling = async (request, cancellation) =>
        {
            if (request.Operation != "GetInlinePolicyForPermissionSet") return;
            Interlocked.Increment(ref under);
            // Nobody goes on before all three are under way.
            while (Volatile.Read(ref under) < 3) await Task.Delay(5, cancellation);
        };

        Assert.Equal(["AbcCorp", "Globex", "Initech"], Work.Run("'AbcCorp', 'Globex', 'Initech' | ForEach-Object { [pscustomobject]@{ Client = $_ } } | Test-ClientAccess -User ana").Output.Select(link => link.Text("Client")).Distinct());
    }

    [Theory]
    [InlineData("-User ana -ProfileName client-222222222222", true)]
    [InlineData("-User ana", false)]
    [InlineData("-User ana, ben -ProfileName client-222222222222", false)]
    [InlineData("-User ben -ProfileName client-222222222222", false)]
    [InlineData("-HomeProfileName ana@AbcCorpReadOnly", true)]
    [InlineData("-HomeProfileName sandbox-home", false)]
    public void Quiet_is_true_only_of_what_is_known_to_hold(string parameters, bool expected)
    {
        PSObject answer = Assert.Single(Work.Run($"Test-ClientAccess AbcCorp {parameters} -Quiet").Output);

        Assert.Equal(expected, Assert.IsType<bool>(answer.BaseObject));
    }

    [Fact]
    public void Quiet_answers_once_for_a_record_however_many_accounts_it_has()
    {
        Work.Run("$null = New-RemoteAccessRole AbcCorp 333333333333 -AccountName staging -ProfileName client-333333333333");

        Assert.Equal(["False"], Work.Run("Test-ClientAccess AbcCorp -HomeProfileName ana@AbcCorpReadOnly -Quiet").Texts);
        Work.Run("$null = New-ClientPermissionSet AbcCorp -Tier ReadOnly");
        Assert.Equal(["True"], Work.Run("Test-ClientAccess AbcCorp -HomeProfileName ana@AbcCorpReadOnly -Quiet").Texts);
    }

    [Fact]
    public void Nothing_is_changed_whatever_is_broken()
    {
        Work.Run("Test-ClientAccess AbcCorp -Tier ReadOnly, Administrator, DevOps -User ana, ben -Group Support -ProfileName client-222222222222; Test-ClientAccess AbcCorp -HomeProfileName ana@AbcCorpReadOnly");

        Assert.Empty(_chain.Sandbox.Events.Where(request => !request.IsReadOnly && request.Operation != "AssumeRole").Select(request => request.Operation));
    }

    private IEnumerable<string> Accounts(string script) => Work.Run(script).Output.Select(link => link.Text("AccountId")).Distinct();

    private void OnboardTwoMore()
    {
        Work.Run("$null = New-RemoteAccessRole Globex 333333333333 -ProfileName client-333333333333 | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers");
        Work.Run("$null = New-RemoteAccessRole Initech 444444444444 -ProfileName client-444444444444 | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers");
        Work.TakeOperations();
    }

    private IReadOnlyList<string> Counts() => [.. Work.TakeOperations().GroupBy(operation => operation).OrderBy(operations => operations.Key, StringComparer.Ordinal).Select(operations => $"{operations.Key} {operations.Count()}")];
}
