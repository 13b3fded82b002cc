using CrossAccess.Sandbox.Models;

namespace CrossAccess.Sandbox.Tests.Clients;

public sealed class BotoTests
{
    // A federated user is a kind of caller that nothing here needs.
    private static readonly string[] NotImitated = ["sts:GetFederationToken"];

    [Fact]
    public async Task Boto3_reads_every_answer_of_every_operation()
    {
        Assert.SkipUnless(Command.HasBoto3(), "python3 with boto3 is not installed here.");
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        string script = Path.Combine(AppContext.BaseDirectory, "Clients", "every_operation.py");

        (int exitCode, string output, string errors) = await Command.RunAsync(
            sandbox, null, "python3", script, sandbox.AdminAccountId, sandbox.HomeAccountId, sandbox.ClientAccountIds[0], sandbox.IssuePortalToken("ana"),
            sandbox.IssueWebIdentityToken("repo:acme/ci"), sandbox.WebIdentityProviderArn(sandbox.HomeAccountId));

        Assert.True(exitCode == 0, errors);
        IEnumerable<string> expected = new[] { "sts", "iam", "sso-admin", "identitystore", "sso", "sso-oidc", "organizations", "cloudtrail", "cloudformation" }
            .SelectMany(name => ServiceModel.Load(name).Operations.Keys.Select(operation => $"{name}:{operation}"))
            .Except(NotImitated);
        HashSet<string> ran = [.. output.Split('\n').Select(static line => line.Trim())];
        Assert.Equal("", string.Join(", ", expected.Where(operation => !ran.Contains(operation))));
        Assert.DoesNotContain(sandbox.Events, static e => e.ErrorCode is "InternalFailure" or "NotImplemented");
    }

    [Fact]
    public async Task A_deny_by_user_starts_and_stops_within_a_permission_sets_session_as_the_policys_versions_change()
    {
        Assert.SkipUnless(Command.HasBoto3(), "python3 with boto3 is not installed here.");
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        string IdOf(string name) => sandbox.Users.First(user => user.UserName == name).UserId;

        (int exitCode, _, string errors) = await Command.RunAsync(
            sandbox, null, "python3", Path.Combine(AppContext.BaseDirectory, "Clients", "deny_by_user.py"), sandbox.InstanceArn, sandbox.HomeAccountId, IdOf("ana"), IdOf("ben"));

        Assert.True(exitCode == 0, errors);
    }
}
