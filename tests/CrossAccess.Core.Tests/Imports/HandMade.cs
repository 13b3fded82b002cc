namespace CrossAccess.Core.Tests;

/// <summary>A provider that is set up and has recorded no client, with permission sets and roles that were made in the console.</summary>
internal sealed class HandMade(FakeProvider provider) : IDisposable
{
    public const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}]}""";

    private int _numbered;

    public FakeProvider Provider => provider;

    public Inventory Inventory => provider.Inventory;

    public static async Task<HandMade> StartAsync(Func<Inventory, Inventory>? change = null) => new(await FakeProvider.StartAsync(change));

    public static string RoleArn(string account, string name) => $"arn:aws:iam::{account}:role/{name}";

    public static string Allow(params string[] resources) => Statement($"\"Resource\":[{string.Join(',', resources.Select(resource => $"\"{resource}\""))}]");

    public static string Statement(string rest) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",{{rest}}}]}""";

    /// <summary>A set over roles, provisioned into home and held by a group.</summary>
    public FakePermissionSet AddSet(string name, params string[] roleArns) => AddSetWithPolicy(name, Allow(roleArns));

    public FakePermissionSet AddSetWithPolicy(string name, string? policy, params string[] managedPolicies)
    {
        FakePermissionSet set = provider.Aws.Center.Add(name, policy);
        set.Provisioned[FakeProvider.Home] = false;
        string role = $"AWSReservedSSO_{name}_{Interlocked.Increment(ref _numbered):x16}";
        FakeRole reserved = provider.Aws.RolesOf(FakeProvider.Home).Add(new IamRole(role, $"arn:aws:iam::{FakeProvider.Home}:role/aws-reserved/sso.amazonaws.com/eu-west-1/{role}", "{}"), managedPolicies);
        if (policy is not null) reserved.Inline["AwsSSOInlinePolicy"] = policy;
        return set;
    }

    public Principal Grant(FakePermissionSet set, string group)
    {
        Principal principal = provider.Aws.Directory.AddGroup(group);
        Assign(set, principal);
        return principal;
    }

    public void Assign(FakePermissionSet set, Principal principal) =>
        provider.Aws.Center.Assignments.Add(new AccountAssignment(FakeProvider.Home, set.State.Arn, principal.Type, principal.Id));

    public FakeRole AddRole(string account, string name, string trust = Trust, params string[] policies) =>
        provider.Aws.RolesOf(account).Add(new IamRole(name, RoleArn(account, name), trust), policies);

    public Task<ImportPlan> PlanAsync(params ImportRequest[] requests) => PlanAsync([], requests);

    public Task<ImportPlan> PlanAsync(string[] patterns, params ImportRequest[] requests)
    {
        Provider fresh = provider.NewProvider();
        var imports = new ClientImports(fresh, new RemoteAccounts(fresh), new Principals(fresh));
        return imports.PlanAsync(requests.Length == 0 ? [ImportRequest.Everything] : requests, [.. patterns.Select(NamePattern.Parse)], provider.Activity, FakeProvider.Cancellation);
    }

    /// <summary>What is proposed, by permission set and role.</summary>
    public async Task<IReadOnlyList<ImportedAccess>> ProposeAsync(params ImportRequest[] requests)
    {
        ImportPlan plan = await PlanAsync(requests);
        Assert.Empty(plan.Failures);
        return Rows(plan);
    }

    public async Task<IReadOnlyList<ImportedAccess>> ImportAsync(params ImportRequest[] requests)
    {
        ImportPlan plan = await PlanAsync(requests);
        Assert.Empty(plan.Failures);
        IReadOnlyList<ImportedAccess>[] applied = await Task.WhenAll(plan.Changes.Select(change => change.ApplyAsync(provider.Activity, FakeProvider.Cancellation)));
        return [.. applied.SelectMany(rows => rows)];
    }

    public static IReadOnlyList<ImportedAccess> Rows(ImportPlan plan) => [.. plan.Changes.SelectMany(change => change.Preview)];

    public void Dispose() => provider.Dispose();
}
