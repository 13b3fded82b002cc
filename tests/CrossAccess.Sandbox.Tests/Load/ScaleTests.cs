using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Load;

[Collection(AloneDefinition.Name)]
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const long Limit = 500L * 1024 * 1024;

    [Fact]
    public async Task Two_thousand_clients_with_three_sets_each_are_held_in_less_than_500_MB_and_come_back_from_a_file()
    {
        string[] tiers = ["Administrator", "ReadOnly", "DevOps"];
        string state = Path.Combine(Directory.CreateTempSubdirectory("crossaccess-scale-").FullName, "state.json");
        try
        {
            await using (CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { ClientAccountIds = SandboxOptions.ClientAccounts(2000), StatePath = state }))
            {
                string group = sandbox.Groups.First(static found => found.DisplayName == "Engineers").GroupId;
                using Onboarding onboarding = new(sandbox);
                await Parallel.ForEachAsync(sandbox.ClientAccountIds, TestContext.Current.CancellationToken, async (account, _) =>
                {
                    using SignedClient client = SignedClient.Administrator(sandbox, account);
                    foreach (string tier in tiers)
                    {
                        string name = $"C{account[^4..]}{tier}";
                        await client.IamAsync("CreateRole", ("RoleName", $"acme-{tier}"), ("AssumeRolePolicyDocument", onboarding.Trust(name)));
                        JsonObject at = await onboarding.SetAsync(name, Onboarding.AllowAssume($"arn:aws:iam::{account}:role/acme-{tier}"));
                        await onboarding.Admin.SsoAsync("CreateAccountAssignment", Onboarding.With(onboarding.Grant(at, group), "PrincipalType", "GROUP"));
                    }
                });
                // All that this process holds, other tests' remains included: what the Sandbox holds is less.
                long held = GC.GetTotalMemory(forceFullCollection: true);
                output.WriteLine($"{held / 1024 / 1024} MB are held.");
                Assert.InRange(held, 0, Limit);
                Assert.DoesNotContain(sandbox.Events, static e => e.ErrorCode is not null);
                await AssertWholeAsync(sandbox);
            }
            output.WriteLine($"{new FileInfo(state).Length / 1024 / 1024} MB are saved.");
            await using CrossAccessSandbox resumed = CrossAccessSandbox.Start(SandboxOptions.Resume(state));
            await AssertWholeAsync(resumed);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(state)!, recursive: true);
        }
    }

    private static async Task AssertWholeAsync(CrossAccessSandbox sandbox)
    {
        using Onboarding onboarding = new(sandbox);
        Assert.Equal(6000, await CountAsync(sandbox, onboarding, "ListPermissionSets", "PermissionSets", []));
        Assert.Equal(6000, await CountAsync(sandbox, onboarding, "ListPermissionSetsProvisionedToAccount", "PermissionSets", new JsonObject { ["AccountId"] = sandbox.HomeAccountId }));
        using SignedClient ana = SignedClient.User(sandbox, "ana", "C2000DevOps");
        (await ana.AssumeAsync("arn:aws:iam::200000002000:role/acme-DevOps", "ana")).Dispose();
    }

    private static async Task<int> CountAsync(CrossAccessSandbox sandbox, Onboarding onboarding, string operation, string list, JsonObject input)
    {
        input["InstanceArn"] = sandbox.InstanceArn;
        HashSet<string> seen = [];
        do
        {
            JsonNode page = await onboarding.Admin.SsoAsync(operation, input);
            seen.UnionWith(page[list]!.AsArray().Select(static arn => arn!.GetValue<string>()));
            input["NextToken"] = page["NextToken"]?.GetValue<string>();
        }
        while (input["NextToken"] is not null);
        return seen.Count;
    }
}
