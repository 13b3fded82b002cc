using CrossAccess.Aws.Tests.Support;
using CrossAccess.Sandbox;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Services;

/// <summary>That IAM takes what shuts a role: in the Sandbox, and in moto_server, which no one here wrote.</summary>
public sealed class RoleShuttingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_moto()
    {
        Assert.SkipWhen(MotoServer.Missing is not null, MotoServer.Missing ?? "");
        using MotoServer moto = await MotoServer.StartAsync();
        await ShutAsync(moto.Url, "123456789012", new AwsCredentials("AKIAIOSFODNN7EXAMPLE", "any", null));
    }

    [Fact]
    public async Task In_the_Sandbox()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        AccessKey key = sandbox.AdministratorOf(sandbox.HomeAccountId);
        await ShutAsync(sandbox.EndpointUrl, sandbox.HomeAccountId, new AwsCredentials(key.AccessKeyId, key.SecretAccessKey, null));
    }

    private static async Task ShutAsync(string url, string accountId, AwsCredentials credentials)
    {
        using var aws = new FakeAws { ["AWS_ENDPOINT_URL"] = url };
        IIamRoles roles = (await aws.ConnectAsync(new CredentialSource.Keys(credentials), "eu-west-1")).Roles;
        string trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{accountId}}:root"},"Action":"sts:AssumeRole"}]}""";
        await roles.CreateAsync(new NewIamRole("acme-administrator", trust, "", TimeSpan.FromHours(1), new Dictionary<string, string>(), null), Stop);
        bool isRecorded = false;

        DateTimeOffset? endsBy = await new RoleShutting("acme-administrator", roles, TimeProvider.System).RunAsync(
            async _ =>
            {
                isRecorded = true;
                Assert.Contains("Allow", (await roles.FindAsync("acme-administrator", Stop))!.TrustPolicy, StringComparison.Ordinal);
                Assert.Contains("aws:CurrentTime", await roles.FindInlinePolicyAsync("acme-administrator", OlderSessionsPolicy.Name, Stop), StringComparison.Ordinal);
            },
            new SilentActivity(),
            Stop);

        Assert.Null(endsBy);
        Assert.True(isRecorded);
        Assert.Equal(TrustPolicy.DenyingEverybody(), PolicyDocument.Parse((await roles.FindAsync("acme-administrator", Stop))!.TrustPolicy));
        DateTimeOffset before = OlderSessionsPolicy.TimeOf((await roles.FindInlinePolicyAsync("acme-administrator", OlderSessionsPolicy.Name, Stop))!)!.Value;
        Assert.True(before > DateTimeOffset.UtcNow);
    }
}
