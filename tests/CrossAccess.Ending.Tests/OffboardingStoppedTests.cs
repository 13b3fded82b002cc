using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>
/// Stopped at every single request that changes something, before AWS has carried it out and after: the same command run again
/// ends in the same clean state, and no other client notices. Which requests those are, a run that is not stopped tells.
/// </summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class OffboardingStoppedTests : IDisposable
{
    private const string OneAccount = """
        $null = New-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess -PolicyDocument '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}]}' -ProfileName client-222222222222 | New-ClientPermissionSet
        $null = Grant-ClientAccess AbcCorp -Tier ReadOnly -User ben
        """;

    private const string WithAdministrator = """
        $null = New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator, ReadOnly -ProfileName client-222222222222 | New-ClientPermissionSet
        $null = Grant-ClientAccess AbcCorp -Tier ReadOnly -User ben; $null = Grant-ClientAccess AbcCorp -Tier Administrator -User ana
        """;

    private OffboardedAws? _aws;

    public void Dispose() => _aws?.Dispose();

    [Fact]
    public void By_credentials_of_the_account()
    {
        const string command = "Remove-CrossAccessClient AbcCorp -ProfileName client-222222222222 -Force";
        _aws = new OffboardedAws(OneAccount);
        _aws.Run(command);
        _aws.RequireClean();
        (string Operation, int Time)[] steps = Steps();
        Assert.Equal(
            ["PutInlinePolicyToPermissionSet", "ProvisionPermissionSet", "DetachRolePolicy", "DeleteRolePolicy", "DeleteRole", "DeleteAccountAssignment", "DeletePermissionSet"],
            steps.Select(step => step.Operation));

        foreach ((string operation, int time) in steps)
        {
            foreach (bool carriedOut in new[] { false, true })
            {
                _aws.Onboard(OneAccount);
                _aws.Aws.Stop(command, operation, carriedOut, time);
                _aws.RequireOthersUntouched();

                _aws.Run(command);
                _aws.RequireClean();
            }
        }
    }

    [Fact]
    public async Task From_within()
    {
        const string command = "Remove-CrossAccessClient AbcCorp -Via Administrator -Force";
        _aws = new OffboardedAws(WithAdministrator);
        _aws.OperateAs("ana");
        _aws.Run(command);
        RequireShut();
        (string Operation, int Time)[] steps = Steps();
        Assert.Equal(13, steps.Length);

        foreach ((string operation, int time) in steps)
        {
            foreach (bool carriedOut in new[] { false, true })
            {
                _aws.Reset("222222222222");
                _aws.Onboard(WithAdministrator);
                using SignedClient own = await _aws.EnterAsync("ana", "AbcCorpAdministrator", OffboardedAws.Administrator);
                using SignedClient ben = await _aws.EnterAsync("ben");
                _aws.Aws.Stop(command, operation, carriedOut, time);
                _aws.RequireOthersUntouched();

                _aws.Run(command);
                RequireShut();
                Assert.False(await ben.MayActAsync());
                // Where nobody could get in any more to end it at once, it ends by itself.
                if (carriedOut ? operation == "UpdateAssumeRolePolicy" : operation == "PutRolePolicy" && time == 2) _aws.Sandbox.Advance(TimeSpan.FromMinutes(11));
                Assert.False(await own.MayActAsync());
            }
        }
    }

    // All but the role through which it was done, which lets nobody in.
    private void RequireShut()
    {
        _aws!.RequireClean("acme-administrator");
        JsonNode trust = JsonNode.Parse((string)OffboardedAws.RolesOf(_aws.State(), "222222222222").Single()["Trust"]!)!;
        Assert.Equal("Deny", (string?)Assert.Single(trust["Statement"]!.AsArray())!["Effect"]);
    }

    private (string Operation, int Time)[] Steps() =>
        [.. _aws!.Aws.Changes.Select((operation, index) => (operation, _aws.Aws.Changes.Take(index + 1).Count(earlier => earlier == operation)))];
}
