using System.Text.Json.Serialization;
using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.State;

/// <summary>An account at rest, with its administrator's key, which opens nothing but the Sandbox.</summary>
internal sealed record SavedAccount(string Id, string AdministratorId, string AccessKeyId, string SecretAccessKey, IReadOnlyList<SavedRole> Roles, IReadOnlyList<SavedPolicy> Policies)
{
    public static SavedAccount Of(AwsAccount account, IamUser administrator, AccessKey key) => new(
        account.Id,
        administrator.Id,
        key.AccessKeyId,
        key.SecretAccessKey,
        [.. account.Roles.Values.Select(SavedRole.Of)],
        [.. account.ManagedPolicies.Values.Select(SavedPolicy.Of)]);

    [JsonIgnore]
    public AccessKey Key => new(AccessKeyId, SecretAccessKey);

    public void Restore(AwsAccount account)
    {
        foreach (SavedPolicy policy in Policies)
            account.ManagedPolicies.Add(policy.Arn, policy.Restore());
        foreach (SavedRole role in Roles)
            account.Roles.Add(role.Name, role.Restore(account));
    }

    public override string ToString() => Id;
}
