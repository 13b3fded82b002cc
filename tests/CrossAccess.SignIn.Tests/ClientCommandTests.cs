using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>A signed-in engineer runs a command in the accounts of many clients, each by that client's own permission set.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ClientCommandTests
{
    private const string Command = "Invoke-ClientCommand -Client * -KeepOrder -ArgumentList 'echo $CROSSACCESS_CLIENT' { sh }";

    [Fact]
    public async Task Each_client_is_entered_from_the_sign_in_in_two_requests()
    {
        using Workplace work = await SignedInAsync();

        Assert.Equal(["AbcCorp", "Globex"], work.Run(Command).Texts);
        Assert.Equal(["AssumeRole", "AssumeRole", "GetRoleCredentials", "GetRoleCredentials"], work.TakeOperations().Order());
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_renewed_once_for_all_clients()
    {
        using Workplace work = await SignedInAsync();
        work.Sandbox.Advance(TimeSpan.FromHours(2));

        Assert.Equal(["AbcCorp", "Globex"], work.Run(Command).Texts);

        IReadOnlyList<string> operations = work.TakeOperations();
        Assert.Single(operations, operation => operation == "CreateToken");
        Assert.Equal(2, operations.Count(operation => operation == "AssumeRole"));
    }

    [Fact]
    public async Task The_sign_in_can_be_named_and_one_that_is_not_there_says_what_to_type()
    {
        using Workplace work = await SignedInAsync();

        Assert.Equal(["AbcCorp", "Globex"], work.Run($"{Command} -SessionName {Workplace.Company}").Texts);
        IReadOnlyList<ErrorRecord> errors = work.Try($"{Command} -SessionName other").Errors;

        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.StartsWith("SignInRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.Contains("Connect-CrossAccess -SessionName 'other'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal));
    }

    private static async Task<Workplace> SignedInAsync()
    {
        Workplace work = new(new() { ApproveSignInAs = "ana" });
        work.Set("CROSSACCESS_SHELL", BuiltModule.NativeShell);
        work.Run("$null = New-RemoteAccessRole Globex 333333333333 -ProfileName client-333333333333 | New-ClientPermissionSet | Grant-ClientAccess -User ana");
        await work.SignInAsync();
        work.TakeOperations();
        return work;
    }
}
