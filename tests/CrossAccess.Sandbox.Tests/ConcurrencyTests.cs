using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Thirty_two_clients_at_once_get_right_answers_and_only_those()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        string[] names = [.. Enumerable.Range(0, 32).Select(static i => $"Client{i}")];

        await Task.WhenAll(names.Select(name => Task.Run(() => OnboardAsync(sandbox, name))));

        Assert.DoesNotContain(sandbox.Events, static e => e.ErrorCode is not null and not "AccessDenied");
        Assert.Equal(32, sandbox.Events.Count(static e => e.ErrorCode == "AccessDenied"));
        Assert.Equal(32, names.Count(name => File.ReadAllText(sandbox.ConfigFile).Contains($"[profile ana@{name}]", StringComparison.Ordinal)));
    }

    private static async Task OnboardAsync(CrossAccessSandbox sandbox, string name)
    {
        using Onboarding onboarding = new(sandbox);
        string role = onboarding.RoleArn("acme-" + name);
        await onboarding.RoleAsync("acme-" + name, onboarding.Trust(name));
        JsonObject at = await onboarding.SetAsync(name, Onboarding.AllowAssume(role));
        Assert.Equal("SUCCEEDED", await onboarding.StatusAsync(await onboarding.AssignAsync(at, "ana")));
        using SignedClient ana = SignedClient.User(sandbox, "ana", name);
        using SignedClient inside = await ana.AssumeAsync(role, "ana");
        Assert.Contains($"assumed-role/acme-{name}/ana", (await inside.StsAsync("GetCallerIdentity")).Text("Arn"), StringComparison.Ordinal);
        using SignedClient home = SignedClient.Administrator(sandbox, sandbox.HomeAccountId);
        await Assert.ThrowsAsync<AwsError>(() => home.AssumeAsync(role, "eve"));
    }
}
