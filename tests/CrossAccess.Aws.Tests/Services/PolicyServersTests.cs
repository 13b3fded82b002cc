using CrossAccess.Aws.Tests.Support;
using CrossAccess.Sandbox;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Services;

/// <summary>An account's own policies in servers that keep them: the Sandbox, and moto_server, which no one here wrote.</summary>
public sealed class PolicyServersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_moto_the_last_document_of_many_is_in_force()
    {
        Assert.SkipWhen(MotoServer.Missing is not null, MotoServer.Missing ?? "");
        using MotoServer moto = await MotoServer.StartAsync();
        await LastOfManyAsync(moto.Url, "123456789012", new AwsCredentials("AKIAIOSFODNN7EXAMPLE", "any", null));
    }

    [Fact]
    public async Task In_the_Sandbox_the_last_document_of_many_is_in_force()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        await LastOfManyAsync(sandbox.EndpointUrl, sandbox.HomeAccountId, AdministratorOf(sandbox, sandbox.HomeAccountId));
    }

    [Fact]
    public async Task Two_who_write_versions_at_once_both_succeed()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        using var aws = new FakeAws { ["AWS_ENDPOINT_URL"] = sandbox.EndpointUrl };
        string arn = $"arn:aws:iam::{sandbox.HomeAccountId}:policy/Ended";
        IAwsSession[] sessions = [await OpenAsync(aws, AdministratorOf(sandbox, sandbox.HomeAccountId)), await OpenAsync(aws, AdministratorOf(sandbox, sandbox.HomeAccountId))];
        await sessions[0].Policies.CreateAsync("Ended", "", Denying("nobody"), new Dictionary<string, string>(), Stop);

        await Task.WhenAll(sessions.Select(async (session, writer) =>
        {
            for (int number = 1; number <= 6; number++) await session.Policies.PutAsync(arn, Denying($"writer-{writer}-{number}"), Stop);
        }));

        Assert.Contains((await sessions[0].Policies.FindAsync(arn, Stop))!.Document, new[] { Denying("writer-0-6"), Denying("writer-1-6") });
    }

    [Fact]
    public async Task A_reference_to_a_policy_that_stands_already_is_left()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        using var aws = new FakeAws { ["AWS_ENDPOINT_URL"] = sandbox.EndpointUrl };
        IAwsSession admin = await OpenAsync(aws, AdministratorOf(sandbox, sandbox.AdminAccountId));
        IAwsSession home = await OpenAsync(aws, AdministratorOf(sandbox, sandbox.HomeAccountId));
        IIdentityCenter center = admin.IdentityCenter(sandbox.Region, sandbox.InstanceArn);
        string userId = sandbox.Users.First(user => user.UserName == "ana").UserId;
        await home.Policies.CreateAsync("Ended", "", Denying("nobody"), new Dictionary<string, string>(), Stop);
        string set = (await center.CreatePermissionSetAsync(new NewPermissionSet("Jump", null, TimeSpan.FromHours(1), new Dictionary<string, string>()), Stop)).Arn;

        await center.AttachCustomerManagedPolicyAsync(set, "Ended", Stop);
        await center.AttachCustomerManagedPolicyAsync(set, "Ended", Stop);
        var assignment = new AccountAssignment(sandbox.HomeAccountId, set, PrincipalType.User, userId);
        await center.CreateAssignmentAsync(assignment, Stop);

        Assert.Equal(["Ended"], await center.ListCustomerManagedPolicyNamesAsync(set, Stop));
        Assert.Equal([assignment], await center.ListAssignmentsOfPrincipalAsync(PrincipalType.User, userId, sandbox.HomeAccountId, Stop));
        Assert.Empty(await center.ListAssignmentsOfPrincipalAsync(PrincipalType.User, userId, sandbox.AdminAccountId, Stop));
        string role = Assert.Single(await home.Policies.ListRoleNamesAsync($"arn:aws:iam::{sandbox.HomeAccountId}:policy/Ended", Stop));
        Assert.StartsWith("AWSReservedSSO_Jump_", role, StringComparison.Ordinal);
    }

    private static async Task LastOfManyAsync(string url, string accountId, AwsCredentials credentials)
    {
        using var aws = new FakeAws { ["AWS_ENDPOINT_URL"] = url };
        IAwsSession session = await OpenAsync(aws, credentials);
        IIamPolicies policies = session.Policies;
        string arn = $"arn:aws:iam::{accountId}:policy/Ended";
        Assert.Null(await policies.FindAsync(arn, Stop));
        await policies.CreateAsync("Ended", "Who may not", Denying("nobody"), new Dictionary<string, string> { ["crossaccess:company"] = "acme" }, Stop);
        ClientAccessException exists = await Assert.ThrowsAsync<ClientAccessException>(() => policies.CreateAsync("Ended", "", Denying("nobody"), new Dictionary<string, string>(), Stop));
        Assert.Equal(ClientAccessError.ResourceExists, exists.Error);

        for (int number = 1; number <= 7; number++) await policies.PutAsync(arn, Denying($"user-{number}"), Stop);

        Assert.Equal(new ManagedPolicyVersion(8, 8, Denying("user-7")), await policies.FindAsync(arn, Stop));
        Assert.Equal(Denying("user-6"), await policies.FindVersionAsync(arn, 7, Stop));
        Assert.Empty(await policies.ListRoleNamesAsync(arn, Stop));
        await session.Roles.CreateAsync(new NewIamRole("ended", Trust(accountId), "", TimeSpan.FromHours(1), new Dictionary<string, string>(), null), Stop);
        await session.Roles.AttachPolicyAsync("ended", arn, Stop);
        Assert.Equal(["ended"], await policies.ListRoleNamesAsync(arn, Stop));
    }

    private static Task<IAwsSession> OpenAsync(FakeAws aws, AwsCredentials credentials) => aws.ConnectAsync(new CredentialSource.Keys(credentials), "eu-west-1");

    private static AwsCredentials AdministratorOf(CrossAccessSandbox sandbox, string accountId)
    {
        AccessKey key = sandbox.AdministratorOf(accountId);
        return new AwsCredentials(key.AccessKeyId, key.SecretAccessKey, null);
    }

    private static string Denying(string userId) =>
        $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":["{{{userId}}}"]} } }]}""";

    private static string Trust(string accountId) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{accountId}}:root"},"Action":"sts:AssumeRole"}]}""";
}
