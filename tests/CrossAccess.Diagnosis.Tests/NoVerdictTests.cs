using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>What says nothing about anybody's access is an error, and never a verdict.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class NoVerdictTests : IDisposable
{
    private readonly ChainUnderTest _chain = new();

    public void Dispose() => _chain.Dispose();

    [Theory]
    [InlineData("Test-ClientAccess AbcCrop -User ana", "ClientNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Test-ClientAccess AbcCorp -Tier Reader -User ana", "TierNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Test-ClientAccess AbcCorp -Account staging -User ana", "AccountNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Test-ClientAccess AbcCorp -User ana -ProfileName client-333333333333", "AccountMismatch", ErrorCategory.AuthenticationError)]
    [InlineData("Test-ClientAccess AbcCorp -User ana -ProfileName nobody", "ProfileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Test-ClientAccess AbcCorp -User ana -ProfileName client-222222222222 -Via Administrator", "RequestRejected", ErrorCategory.InvalidOperation)]
    [InlineData("Test-ClientAccess AbcCorp -HomeProfileName nobody", "ProfileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Test-ClientAccess AbcCorp -User ana -PermissionSetName 'no such/name'", "InvalidText", ErrorCategory.InvalidArgument)]
    public void What_was_typed_wrong(string script, string id, ErrorCategory category)
    {
        ErrorRecord error = _chain.ErrorOf(script);

        Assert.Equal(id, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.StartsWith("AbcC", (string)error.TargetObject, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_chain_without_an_admins_credentials()
    {
        _chain.ForgetProfiles();

        Assert.Equal("ProfileNotFound", _chain.ErrorOf("Test-ClientAccess AbcCorp -User ana").Id());
    }

    [Theory]
    [InlineData("ListAccountAssignments", "Throttling", "RequestThrottled", "")]
    [InlineData("GetInlinePolicyForPermissionSet", "InternalServerException", "ServiceUnavailable", "-Quiet")]
    [InlineData("GetRole", "Throttling", "RequestThrottled", "-Quiet")]
    public void AWS_that_does_not_answer(string operation, string code, string id, string quiet)
    {
        _chain.Sandbox.Fail(operation, code, 50);
        _chain.Work.Set("AWS_MAX_ATTEMPTS", "2");

        Assert.Equal(id, _chain.ErrorOf($"{ChainUnderTest.ByAdmin} {quiet}").Id());
    }

    [Theory]
    [InlineData("ListUsers", "Principal")]
    [InlineData("ListAccountAssignments", "Assignment")]
    [InlineData("ListPermissionSetsProvisionedToAccount", "Provisioning")]
    [InlineData("GetInlinePolicyForPermissionSet", "PermissionSetPolicy")]
    [InlineData("ListAttachedRolePolicies", "RolePolicies")]
    public void An_admin_who_may_not_read_one_thing_is_told_which_and_reads_the_rest(string operation, string link)
    {
        _chain.Sandbox.Fail(operation, operation.StartsWith("ListAttached", StringComparison.Ordinal) ? "AccessDenied" : "AccessDeniedException");

        IReadOnlyList<TestedLink> links = _chain.Test();

        TestedLink unread = links.Single(candidate => candidate.Link == link);
        Assert.Equal("Unknown", unread.Result);
        Assert.Contains(operation, unread.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(links, candidate => candidate.Result == "Fail");
        Assert.Equal("Pass", links.Single(candidate => candidate.Link == "Role").Result);
    }
}
