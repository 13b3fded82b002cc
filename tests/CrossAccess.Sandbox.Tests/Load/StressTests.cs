using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Load;

/// <summary>Ten seconds long, or as many as CROSSACCESS_STRESS_SECONDS says.</summary>
[Collection(AloneDefinition.Name)]
public sealed class StressTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("CROSSACCESS_STRESS_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? seconds : 10);

    private static readonly string[] Garbage =
    [
        "nonsense\r\n\r\n",
        "GET / HTTP/9\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nshort",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nx",
        $"GET / HTTP/1.1\r\nHost: x\r\nX: {new string('a', 70_000)}\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: SWBExternalService.ListInstances\r\nContent-Length: 2\r\n\r\n{}",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 41\r\n\r\nAction=GetCallerIdentity&Version=2011-06-15",
        "\0\u0001\u0002\u0003\r\n\r\n",
    ];

    private readonly ConcurrentDictionary<string, int> _errors = [];
    private int _rounds;
    private int _outrages;

    [Fact]
    public async Task Thirty_two_clients_read_what_they_wrote_while_others_send_garbage_forgeries_and_replays()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        sandbox.BeforeResponse = (seen, _) =>
        {
            if (seen.ErrorCode is { } code)
                _errors.AddOrUpdate(code, 1, static (_, count) => count + 1);
            return Task.CompletedTask;
        };
        Stopwatch clock = Stopwatch.StartNew();
        IEnumerable<Task> clients = Enumerable.Range(0, 32).Select(number => Task.Run(() => UntilTheEndAsync(clock, round => RoundAsync(sandbox, $"Client{number}x{round}"))));
        IEnumerable<Task> vandals = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => UntilTheEndAsync(clock, round => VandaliseAsync(sandbox, round))))];
        using TcpClient slow = await ConnectAsync(sandbox);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHo"), TestContext.Current.CancellationToken);

        await Task.WhenAll(clients.Concat(vandals));

        output.WriteLine($"{_rounds} rounds of 14 requests, {_outrages} outrages; errors: {string.Join(", ", _errors.Select(static e => $"{e.Value} {e.Key}"))}");
        Assert.Empty(_errors.Keys.Except(["AccessDenied", "NoSuchEntity", "SignatureDoesNotMatch", "MissingAuthenticationTokenException", "MissingAuthenticationToken", "InvalidClientTokenId"]));
        Assert.Equal(_rounds, _errors["AccessDenied"]);
        Assert.Equal(_rounds, _errors["NoSuchEntity"]);
        Assert.True(_rounds >= 32 && _outrages > 0);
    }

    private static async Task UntilTheEndAsync(Stopwatch clock, Func<int, Task> act)
    {
        for (int round = 0; clock.Elapsed < Length; round++)
            await act(round);
    }

    private async Task RoundAsync(CrossAccessSandbox sandbox, string name)
    {
        using Onboarding onboarding = new(sandbox);
        string role = onboarding.RoleArn(name);
        await onboarding.RoleAsync(name, onboarding.Trust(name));
        await onboarding.Client.IamAsync("TagRole", ("RoleName", name), ("Tags.member.1.Key", "owner"), ("Tags.member.1.Value", name));
        Assert.Equal(name, (await onboarding.Client.IamAsync("GetRole", ("RoleName", name))).Text("Value"));
        JsonObject at = await onboarding.SetAsync(name, Onboarding.AllowAssume(role));
        Assert.Equal(name, (await onboarding.Admin.SsoAsync("DescribePermissionSet", at))["PermissionSet"]!["Name"]!.GetValue<string>());
        Assert.Equal("SUCCEEDED", await onboarding.StatusAsync(await onboarding.AssignAsync(at, "ana")));
        using (SignedClient ana = SignedClient.User(sandbox, "ana", name))
        using (SignedClient inside = await ana.AssumeAsync(role, "ana"))
            Assert.EndsWith($"assumed-role/{name}/ana", (await inside.StsAsync("GetCallerIdentity")).Text("Arn"), StringComparison.Ordinal);
        using (SignedClient home = SignedClient.Administrator(sandbox, sandbox.HomeAccountId))
            Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => home.AssumeAsync(role, "eve"))).Code);
        await onboarding.UnassignAsync(at, "ana");
        await onboarding.Admin.SsoAsync("DeletePermissionSet", at);
        await onboarding.Client.IamAsync("DeleteRole", ("RoleName", name));
        Assert.Equal("NoSuchEntity", (await Assert.ThrowsAsync<AwsError>(() => onboarding.Client.IamAsync("GetRole", ("RoleName", name)))).Code);
        Interlocked.Increment(ref _rounds);
    }

    private async Task VandaliseAsync(CrossAccessSandbox sandbox, int round)
    {
        AccessKey key = sandbox.AdministratorOf(sandbox.AdminAccountId);
        using SignedClient forger = new(sandbox, key.AccessKeyId, new string('x', 40));
        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<AwsError>(() => forger.StsAsync("GetCallerIdentity"))).Code);
        using SignedClient replay = new(sandbox, key.AccessKeyId, key.SecretAccessKey) { SignedAt = DateTimeOffset.UtcNow.AddMinutes(-15.5) };
        Assert.StartsWith("Signature expired", (await Assert.ThrowsAsync<AwsError>(() => replay.StsAsync("GetCallerIdentity"))).Text, StringComparison.Ordinal);
        using TcpClient client = await ConnectAsync(sandbox);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(Garbage[round % Garbage.Length]), TestContext.Current.CancellationToken);
        using StreamReader reader = new(client.GetStream());
        client.Client.Shutdown(SocketShutdown.Send);
        Assert.Matches("^HTTP/1.1 (400|403|404|408|413|414|431) ", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Interlocked.Increment(ref _outrages);
    }

    private static async Task<TcpClient> ConnectAsync(CrossAccessSandbox sandbox)
    {
        TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", sandbox.Port, TestContext.Current.CancellationToken);
        return client;
    }
}
