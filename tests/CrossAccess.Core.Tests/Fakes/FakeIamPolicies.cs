using System.Collections.Concurrent;

namespace CrossAccess.Core.Tests;

/// <summary>The managed policies of one account's own, in memory: each as its default version has it.</summary>
internal sealed class FakeIamPolicies(string accountId, FakeIamRoles roles, FakeIdentityCenter center, RequestLog log) : IIamPolicies
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _tags = new();

    private readonly ConcurrentDictionary<string, int> _numbers = new();

    public string ArnOf(string policyName) => $"arn:aws:iam::{accountId}:policy/{policyName}";

    public IReadOnlyDictionary<string, string> TagsOf(string policyName) => _tags[ArnOf(policyName)];

    public async Task<ManagedPolicyVersion?> FindAsync(string policyArn, CancellationToken cancellation)
    {
        await log.SendAsync("iam:ListPolicyVersions", cancellation);
        if (!roles.ManagedPolicies.TryGetValue(policyArn, out string? document)) return null;
        await log.SendAsync("iam:GetPolicyVersion", cancellation);
        int number = _numbers.GetValueOrDefault(policyArn, 1);
        return new ManagedPolicyVersion(number, number, document);
    }

    public async Task<string?> FindVersionAsync(string policyArn, int number, CancellationToken cancellation)
    {
        await log.SendAsync("iam:GetPolicyVersion", cancellation);
        return number == _numbers.GetValueOrDefault(policyArn, 1) ? roles.ManagedPolicies.GetValueOrDefault(policyArn) : null;
    }

    public async Task CreateAsync(string policyName, string description, string document, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        await log.SendAsync("iam:CreatePolicy", cancellation);
        string arn = ArnOf(policyName);
        if (!roles.ManagedPolicies.TryAdd(arn, document)) throw new ClientAccessException(ClientAccessError.ResourceExists, $"A policy called {policyName} already exists.");
        _tags[arn] = tags;
    }

    public async Task<int> PutAsync(string policyArn, string document, CancellationToken cancellation)
    {
        await log.SendAsync("iam:ListPolicyVersions", cancellation);
        RequireStanding(policyArn);
        await log.SendAsync("iam:CreatePolicyVersion", cancellation);
        roles.ManagedPolicies[policyArn] = document;
        return _numbers.AddOrUpdate(policyArn, 2, (_, number) => number + 1);
    }

    public async Task<IReadOnlyList<string>> ListRoleNamesAsync(string policyArn, CancellationToken cancellation)
    {
        await log.SendAsync("iam:ListEntitiesForPolicy", cancellation);
        RequireStanding(policyArn);
        return [.. roles.NamesWith(policyArn), .. center.RoleNamesWith(accountId, policyArn[(policyArn.LastIndexOf('/') + 1)..])];
    }

    private void RequireStanding(string policyArn)
    {
        if (!roles.ManagedPolicies.ContainsKey(policyArn)) throw new ClientAccessException(ClientAccessError.ResourceNotFound, $"Policy {policyArn} was not found.");
    }
}
