using System.Xml;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Iam;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>
/// Makes, updates and deletes the roles that stand for permission sets in accounts
/// (https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html).
/// </summary>
internal sealed class RoleProvisioner(Cloud cloud, IdentityCenterQuotas quotas)
{
    private const string InlinePolicyName = "AwsSSOInlinePolicy";

    /// <summary>What tells the instance's SAML provider from others in an account.</summary>
    public string ProviderSuffix { get; init; } = RandomNames.HexDigits(16);

    public ProvisionedSet Create(PermissionSet set, AwsAccount account)
    {
        if (account.Roles.Count >= quotas.RolesPerAccount)
            throw new ProvisioningFailure($"Cannot exceed quota for RolesPerAccount: {quotas.RolesPerAccount}");
        if (account.Roles.Count >= quotas.SetsPerAccount && account.Roles.Values.Count(static role => role.IsReserved) >= quotas.SetsPerAccount)
            throw new ProvisioningFailure($"Cannot exceed quota for provisioned permission sets per account: {quotas.SetsPerAccount}");
        IamRole role = new(account.Id, account.Partition, Path(), $"AWSReservedSSO_{set.Name}_{RandomNames.HexDigits(16)}", Trust(account), cloud.Now) { MaxSessionDuration = 43200 };
        ProvisionedSet provisioned = new(role);
        Update(set, provisioned, account);
        account.Roles.Add(role.Name, role);
        return provisioned;
    }

    public static void Update(PermissionSet set, ProvisionedSet provisioned, AwsAccount account)
    {
        string[] customer = [.. set.CustomerPolicies.Select(reference => Resolve(reference, account))];
        string? boundary = set.BoundaryReference is { } reference ? Resolve(reference, account) : set.BoundaryArn;
        if (set.ManagedPolicies.Count + customer.Length > IamQuotas.AttachedPoliciesPerRole)
            throw new ProvisioningFailure($"Cannot exceed quota for PoliciesPerRole: {IamQuotas.AttachedPoliciesPerRole}");
        IamRole role = provisioned.Role;
        role.Description = set.Description;
        role.BoundaryArn = boundary;
        role.AttachedPolicies.Clear();
        role.AttachedPolicies.AddRange(set.ManagedPolicies.Concat(customer));
        role.InlinePolicies.Remove(InlinePolicyName);
        if (set.InlinePolicy is not null)
            role.InlinePolicies[InlinePolicyName] = PolicyDocument.Parse(set.InlinePolicy, PolicyKind.Identity);
        provisioned.SessionDuration = XmlConvert.ToTimeSpan(set.SessionDuration);
        provisioned.Revision = set.Revision;
    }

    public static void Delete(ProvisionedSet provisioned, AwsAccount account)
    {
        account.Roles.Remove(provisioned.Role.Name);
        provisioned.Role.IsDeleted = true;
    }

    // There is no Region in the path when the instance is in us-east-1.
    private string Path() => cloud.Region == "us-east-1" ? "/aws-reserved/sso.amazonaws.com/" : $"/aws-reserved/sso.amazonaws.com/{cloud.Region}/";

    private TrustPolicy Trust(AwsAccount account)
    {
        string provider = $"arn:{account.Partition}:iam::{account.Id}:saml-provider/AWSSSO_{ProviderSuffix}_DO_NOT_DELETE";
        string text = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"PROVIDER"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}]}"""
            .Replace("PROVIDER", provider, StringComparison.Ordinal);
        return new TrustPolicy(PolicyDocument.Parse(text, PolicyKind.Trust), new Dictionary<string, string>());
    }

    private static string Resolve(PolicyReference reference, AwsAccount account)
    {
        string arn = $"arn:{account.Partition}:iam::{account.Id}:policy{reference.Path}{reference.Name}";
        return account.ManagedPolicies.ContainsKey(arn)
            ? arn
            : throw new ProvisioningFailure($"Received a 404 status error: Policy {arn} does not exist or is not attachable.");
    }
}
