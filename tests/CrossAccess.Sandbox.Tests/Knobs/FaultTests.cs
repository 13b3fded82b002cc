using System.Net.Sockets;
using System.Text;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Knobs;

public sealed class FaultTests
{
    [Fact]
    public async Task The_same_seed_and_requests_have_the_same_faults_and_another_seed_others()
    {
        string first = await FateAsync(seed: 7);
        Assert.Contains("Throttling", first, StringComparison.Ordinal);
        Assert.Contains("InternalFailure", first, StringComparison.Ordinal);
        Assert.Contains("ok", first, StringComparison.Ordinal);
        Assert.Equal(first, await FateAsync(seed: 7));
        Assert.NotEqual(first, await FateAsync(seed: 8));
    }

    [Fact]
    public async Task What_other_operations_do_in_between_changes_no_operations_fate()
        => Assert.Equal(await FateAsync(seed: 7), await FateAsync(seed: 7, alsoCall: "GetAccountSummary"));

    [Fact]
    public async Task A_reset_is_a_true_one()
    {
        await using CrossAccessSandbox sandbox = Failing(SandboxFault.Reset);
        using TcpClient client = await AskAsync(sandbox);
        IOException broken = await Assert.ThrowsAnyAsync<IOException>(async () => await client.GetStream().ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(broken.InnerException).SocketErrorCode);
    }

    [Fact]
    public async Task A_timeout_is_silent_until_the_client_leaves()
    {
        await using CrossAccessSandbox sandbox = Failing(SandboxFault.Timeout);
        using TcpClient client = await AskAsync(sandbox);
        using StreamReader reader = new(client.GetStream());
        client.Client.Shutdown(SocketShutdown.Send);
        Assert.Equal("", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lost_answer_may_hide_that_the_request_was_carried_out()
    {
        await using CrossAccessSandbox sandbox = Failing(SandboxFault.Reset);
        using Onboarding onboarding = new(sandbox);
        for (int i = 0; i < 16; i++)
            await Assert.ThrowsAsync<HttpRequestException>(() => onboarding.RoleAsync($"acme-{i}", onboarding.Trust("Ops")));
        Assert.InRange(sandbox.Events.Count(static e => e is { Operation: "CreateRole", ErrorCode: null }), 1, 15);
    }

    private static CrossAccessSandbox Failing(SandboxFault kind) => CrossAccessSandbox.Start(new SandboxOptions { FaultRate = 1, FaultKinds = [kind], Seed = 1 });

    private static async Task<TcpClient> AskAsync(CrossAccessSandbox sandbox)
    {
        TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", sandbox.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /assignment/accounts HTTP/1.1\r\nHost: x\r\nx-amz-sso_bearer_token: t\r\n\r\n"), TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string> FateAsync(int seed, string? alsoCall = null)
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { FaultRate = 0.4, FaultKinds = [SandboxFault.Throttle, SandboxFault.Error], Seed = seed });
        using SignedClient admin = SignedClient.Administrator(sandbox, sandbox.AdminAccountId);
        List<string> fate = [];
        for (int i = 0; i < 40; i++)
        {
            fate.Add(await OutcomeAsync("ListRoles"));
            if (alsoCall is not null)
                await OutcomeAsync(alsoCall);
        }
        return string.Join(' ', fate);

        async Task<string> OutcomeAsync(string operation)
        {
            try
            {
                await admin.IamAsync(operation);
                return "ok";
            }
            catch (AwsError error)
            {
                return error.Code;
            }
        }
    }
}
