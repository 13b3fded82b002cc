using System.Collections.Concurrent;

namespace CrossAccess.Core.Tests;

/// <summary>The roles of one account, in memory.</summary>
internal sealed class FakeIamRoles(string accountId, RequestLog log) : IIamRoles
{
    private readonly ConcurrentDictionary<string, FakeRole> _roles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What GetAccountSummary says of the trust policy's size.</summary>
    public int? TrustPolicyQuota { get; set; }

    public FakeRole this[string roleName] => _roles[roleName];

    public bool Has(string roleName) => _roles.ContainsKey(roleName);

    /// <summary>Puts a role there as somebody else would have.</summary>
    public FakeRole Add(IamRole role, params IEnumerable<string> attached)
    {
        var added = new FakeRole(role);
        added.Attached.AddRange(attached);
        return _roles[role.Name] = added;
    }

    public async Task<IamRole?> FindAsync(string roleName, CancellationToken cancellation)
    {
        await log.SendAsync("iam:GetRole", cancellation);
        return _roles.GetValueOrDefault(roleName)?.Role;
    }

    /// <summary>The documents of the account's own managed policies, by ARN.</summary>
    public ConcurrentDictionary<string, string> ManagedPolicies { get; } = new();

    public IEnumerable<string> NamesWith(string policyArn) => _roles.Values.Where(role => role.Attached.Contains(policyArn)).Select(role => role.Role.Name);

    public async Task<AccountRoles> ReadAllAsync(CancellationToken cancellation)
    {
        await log.SendAsync("iam:GetAccountAuthorizationDetails", cancellation);
        return new AccountRoles(
            [.. _roles.Values.OrderBy(role => role.Role.Name, StringComparer.Ordinal).Select(role => new AccountRole(role.Role, new Dictionary<string, string>(role.Inline), [.. role.Attached]))],
            ManagedPolicies);
    }

    public async Task<IReadOnlyList<string>> ListAttachedPolicyArnsAsync(string roleName, CancellationToken cancellation)
    {
        await log.SendAsync("iam:ListAttachedRolePolicies", cancellation);
        return [.. _roles[roleName].Attached];
    }

    public async Task<IReadOnlyList<string>> ListInlinePolicyNamesAsync(string roleName, CancellationToken cancellation)
    {
        await log.SendAsync("iam:ListRolePolicies", cancellation);
        return [.. _roles[roleName].Inline.Keys];
    }

    public async Task<string?> FindInlinePolicyAsync(string roleName, string policyName, CancellationToken cancellation)
    {
        await log.SendAsync("iam:GetRolePolicy", cancellation);
        return _roles[roleName].Inline.GetValueOrDefault(policyName);
    }

    public async Task<IamRole> CreateAsync(NewIamRole role, CancellationToken cancellation)
    {
        await log.SendAsync("iam:CreateRole", cancellation);
        var created = new IamRole(role.Name, $"arn:aws:iam::{accountId}:role/{role.Name}", role.TrustPolicy)
        {
            Description = role.Description,
            MaxSessionDuration = role.MaxSessionDuration,
            PermissionsBoundaryArn = role.PermissionsBoundaryArn,
            Tags = role.Tags,
        };
        return _roles.TryAdd(role.Name, new FakeRole(created)) ? created : throw new ClientAccessException(ClientAccessError.ResourceExists, "Role exists.");
    }

    public Task UpdateTrustPolicyAsync(string roleName, string trustPolicy, CancellationToken cancellation) =>
        ChangeAsync("iam:UpdateAssumeRolePolicy", roleName, role => role.Role = role.Role with { TrustPolicy = trustPolicy }, cancellation);

    public Task UpdateAsync(string roleName, string? description, TimeSpan maxSessionDuration, CancellationToken cancellation) =>
        ChangeAsync("iam:UpdateRole", roleName, role => role.Role = role.Role with { Description = description, MaxSessionDuration = maxSessionDuration }, cancellation);

    public Task AttachPolicyAsync(string roleName, string policyArn, CancellationToken cancellation) =>
        ChangeAsync("iam:AttachRolePolicy", roleName, role => role.Attached.Add(policyArn), cancellation);

    public Task DetachPolicyAsync(string roleName, string policyArn, CancellationToken cancellation) =>
        ChangeAsync("iam:DetachRolePolicy", roleName, role => Assert.True(role.Attached.Remove(policyArn)), cancellation);

    public Task PutInlinePolicyAsync(string roleName, string policyName, string document, CancellationToken cancellation) =>
        ChangeAsync("iam:PutRolePolicy", roleName, role => role.Inline[policyName] = document, cancellation);

    public Task DeleteInlinePolicyAsync(string roleName, string policyName, CancellationToken cancellation) =>
        ChangeAsync("iam:DeleteRolePolicy", roleName, role => Assert.True(role.Inline.Remove(policyName)), cancellation);

    public Task PutPermissionsBoundaryAsync(string roleName, string boundaryArn, CancellationToken cancellation) =>
        ChangeAsync("iam:PutRolePermissionsBoundary", roleName, role => role.Role = role.Role with { PermissionsBoundaryArn = boundaryArn }, cancellation);

    public Task TagAsync(string roleName, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        ChangeAsync("iam:TagRole", roleName, role => role.Role = role.Role with { Tags = new Dictionary<string, string>([.. role.Role.Tags.Where(tag => !tags.ContainsKey(tag.Key)), .. tags]) }, cancellation);

    public Task DeleteAsync(string roleName, CancellationToken cancellation) =>
        ChangeAsync(
            "iam:DeleteRole",
            roleName,
            role =>
            {
                if (role.Attached.Count > 0 || role.Inline.Count > 0) throw new ClientAccessException(ClientAccessError.ResourceInUse, "Cannot delete entity, must remove policies first.");
                _roles.TryRemove(roleName, out _);
            },
            cancellation);

    public async Task<int?> GetTrustPolicyQuotaAsync(CancellationToken cancellation)
    {
        await log.SendAsync("iam:GetAccountSummary", cancellation);
        return TrustPolicyQuota;
    }

    private async Task ChangeAsync(string operation, string roleName, Action<FakeRole> change, CancellationToken cancellation)
    {
        await log.SendAsync(operation, cancellation);
        change(_roles[roleName]);
    }
}
