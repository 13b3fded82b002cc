using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace CrossAccess.Aws;

/// <summary>
/// The IAM roles of one account.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html"/>.
/// </summary>
internal sealed class IamRoles(AmazonIdentityManagementServiceClient client, AwsCalls calls) : IIamRoles
{
    // As many as IAM gives at a time.
    private const int EntitiesAtOnce = 1000;

    public async Task<IamRole?> FindAsync(string roleName, CancellationToken cancellation)
    {
        var request = new GetRoleRequest { RoleName = roleName };
        GetRoleResponse? found = await calls.FindAsync("iam:GetRole", () => client.GetRoleAsync(request, cancellation), cancellation);
        return found?.Role is { } role ? RoleOf(role) : null;
    }

    public async Task<AccountRoles> ReadAllAsync(CancellationToken cancellation)
    {
        var policies = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<RoleDetail> roles = await Pages.ReadAllAsync<RoleDetail>(
            async (marker, stop) =>
            {
                var request = new GetAccountAuthorizationDetailsRequest { Filter = [EntityType.Role, EntityType.LocalManagedPolicy], MaxItems = EntitiesAtOnce, Marker = marker };
                GetAccountAuthorizationDetailsResponse page = await calls.RunAsync("iam:GetAccountAuthorizationDetails", () => client.GetAccountAuthorizationDetailsAsync(request, stop), stop);
                foreach (ManagedPolicyDetail policy in page.Policies ?? []) policies[policy.Arn!] = DefaultVersionOf(policy);
                return (page.RoleDetailList, page.IsTruncated == true ? page.Marker : null);
            },
            cancellation);
        return new AccountRoles([.. roles.Select(RoleOf)], policies);
    }

    public Task<IReadOnlyList<string>> ListAttachedPolicyArnsAsync(string roleName, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (marker, stop) =>
        {
            var request = new ListAttachedRolePoliciesRequest { RoleName = roleName, Marker = marker };
            ListAttachedRolePoliciesResponse page = await RunAsync("iam:ListAttachedRolePolicies", roleName, () => client.ListAttachedRolePoliciesAsync(request, stop), stop);
            return (page.AttachedPolicies?.Select(policy => policy.PolicyArn!), page.IsTruncated == true ? page.Marker : null);
        },
        cancellation);

    public Task<IReadOnlyList<string>> ListInlinePolicyNamesAsync(string roleName, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (marker, stop) =>
        {
            var request = new ListRolePoliciesRequest { RoleName = roleName, Marker = marker };
            ListRolePoliciesResponse page = await RunAsync("iam:ListRolePolicies", roleName, () => client.ListRolePoliciesAsync(request, stop), stop);
            return (page.PolicyNames, page.IsTruncated == true ? page.Marker : null);
        },
        cancellation);

    public async Task<string?> FindInlinePolicyAsync(string roleName, string policyName, CancellationToken cancellation)
    {
        var request = new GetRolePolicyRequest { RoleName = roleName, PolicyName = policyName };
        GetRolePolicyResponse? found = await calls.FindAsync("iam:GetRolePolicy", () => client.GetRolePolicyAsync(request, cancellation), cancellation);
        return found?.PolicyDocument is { } document ? IamDocument.Decoded(document) : null;
    }

    public async Task<IamRole> CreateAsync(NewIamRole role, CancellationToken cancellation)
    {
        var request = new CreateRoleRequest
        {
            RoleName = role.Name,
            AssumeRolePolicyDocument = role.TrustPolicy,
            Description = role.Description,
            MaxSessionDuration = (int)role.MaxSessionDuration.TotalSeconds,
            PermissionsBoundary = role.PermissionsBoundaryArn,
            Tags = role.Tags.Count == 0 ? null : TagsOf(role.Tags),
        };
        CreateRoleResponse created = await RunAsync("iam:CreateRole", role.Name, () => client.CreateRoleAsync(request, cancellation), cancellation);
        return RoleOf(created.Role!);
    }

    public Task UpdateTrustPolicyAsync(string roleName, string trustPolicy, CancellationToken cancellation)
    {
        var request = new UpdateAssumeRolePolicyRequest { RoleName = roleName, PolicyDocument = trustPolicy };
        return RunAsync("iam:UpdateAssumeRolePolicy", roleName, () => client.UpdateAssumeRolePolicyAsync(request, cancellation), cancellation);
    }

    public Task UpdateAsync(string roleName, string? description, TimeSpan maxSessionDuration, CancellationToken cancellation)
    {
        var request = new UpdateRoleRequest { RoleName = roleName, Description = description, MaxSessionDuration = (int)maxSessionDuration.TotalSeconds };
        return RunAsync("iam:UpdateRole", roleName, () => client.UpdateRoleAsync(request, cancellation), cancellation);
    }

    public Task AttachPolicyAsync(string roleName, string policyArn, CancellationToken cancellation)
    {
        var request = new AttachRolePolicyRequest { RoleName = roleName, PolicyArn = policyArn };
        return RunAsync("iam:AttachRolePolicy", $"{roleName}, {policyArn}", () => client.AttachRolePolicyAsync(request, cancellation), cancellation);
    }

    public Task DetachPolicyAsync(string roleName, string policyArn, CancellationToken cancellation)
    {
        var request = new DetachRolePolicyRequest { RoleName = roleName, PolicyArn = policyArn };
        return RunAsync("iam:DetachRolePolicy", $"{roleName}, {policyArn}", () => client.DetachRolePolicyAsync(request, cancellation), cancellation);
    }

    public Task PutInlinePolicyAsync(string roleName, string policyName, string document, CancellationToken cancellation)
    {
        var request = new PutRolePolicyRequest { RoleName = roleName, PolicyName = policyName, PolicyDocument = document };
        return RunAsync("iam:PutRolePolicy", $"{roleName}, {policyName}", () => client.PutRolePolicyAsync(request, cancellation), cancellation);
    }

    public Task DeleteInlinePolicyAsync(string roleName, string policyName, CancellationToken cancellation)
    {
        var request = new DeleteRolePolicyRequest { RoleName = roleName, PolicyName = policyName };
        return RunAsync("iam:DeleteRolePolicy", $"{roleName}, {policyName}", () => client.DeleteRolePolicyAsync(request, cancellation), cancellation);
    }

    public Task PutPermissionsBoundaryAsync(string roleName, string boundaryArn, CancellationToken cancellation)
    {
        var request = new PutRolePermissionsBoundaryRequest { RoleName = roleName, PermissionsBoundary = boundaryArn };
        return RunAsync("iam:PutRolePermissionsBoundary", $"{roleName}, {boundaryArn}", () => client.PutRolePermissionsBoundaryAsync(request, cancellation), cancellation);
    }

    public Task TagAsync(string roleName, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        var request = new TagRoleRequest { RoleName = roleName, Tags = TagsOf(tags) };
        return RunAsync("iam:TagRole", roleName, () => client.TagRoleAsync(request, cancellation), cancellation);
    }

    public Task DeleteAsync(string roleName, CancellationToken cancellation)
    {
        var request = new DeleteRoleRequest { RoleName = roleName };
        return RunAsync("iam:DeleteRole", roleName, () => client.DeleteRoleAsync(request, cancellation), cancellation);
    }

    public async Task<int?> GetTrustPolicyQuotaAsync(CancellationToken cancellation)
    {
        try
        {
            GetAccountSummaryResponse summary = await calls.RunAsync("iam:GetAccountSummary", () => client.GetAccountSummaryAsync(new(), cancellation), cancellation);
            return summary.SummaryMap?.TryGetValue("AssumeRolePolicySizeQuota", out int quota) == true ? quota : null;
        }
        catch (ClientAccessException exception) when (exception.Error == ClientAccessError.ClientAccessDenied)
        {
            // Who may make roles need not be allowed to read the account's quotas.
            return null;
        }
    }

    private Task<T> RunAsync<T>(string operation, string about, Func<Task<T>> call, CancellationToken cancellation) =>
        calls.RunAsync(operation, call, cancellation, about);

    private static IamRole RoleOf(Role role) => new(role.RoleName!, role.Arn!, IamDocument.Decoded(role.AssumeRolePolicyDocument))
    {
        Description = role.Description,
        MaxSessionDuration = TimeSpan.FromSeconds(role.MaxSessionDuration ?? 3600),
        PermissionsBoundaryArn = role.PermissionsBoundary?.PermissionsBoundaryArn,
        Tags = TagsOf(role.Tags),
        LastUsed = LastUseOf(role.RoleLastUsed),
    };

    private static AccountRole RoleOf(RoleDetail role) => new(
        new IamRole(role.RoleName!, role.Arn!, IamDocument.Decoded(role.AssumeRolePolicyDocument))
        {
            PermissionsBoundaryArn = role.PermissionsBoundary?.PermissionsBoundaryArn,
            Tags = TagsOf(role.Tags),
            LastUsed = LastUseOf(role.RoleLastUsed),
        },
        role.RolePolicyList?.ToDictionary(policy => policy.PolicyName!, policy => IamDocument.Decoded(policy.PolicyDocument), StringComparer.Ordinal) ?? [],
        role.AttachedManagedPolicies?.Select(policy => policy.PolicyArn!).ToArray() ?? []);

    private static string DefaultVersionOf(ManagedPolicyDetail policy) =>
        IamDocument.Decoded(policy.PolicyVersionList?.FirstOrDefault(version => version.IsDefaultVersion == true)?.Document);

    private static Dictionary<string, string> TagsOf(List<Tag>? tags) => tags?.ToDictionary(tag => tag.Key!, tag => tag.Value ?? "", StringComparer.Ordinal) ?? [];

    private static DateTimeOffset? LastUseOf(RoleLastUsed? use) => use?.LastUsedDate is { } used ? new DateTimeOffset(used.ToUniversalTime()) : null;

    private static List<Tag> TagsOf(IReadOnlyDictionary<string, string> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
