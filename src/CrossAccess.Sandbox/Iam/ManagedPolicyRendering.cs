using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Managed policies as IAM shows them (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html).</summary>
internal static class ManagedPolicyRendering
{
    /// <summary>As ListPolicies gives it: without description and tags.</summary>
    public static JsonObject Brief(AwsAccount account, string arn)
    {
        string name = arn[(arn.LastIndexOf('/') + 1)..];
        CustomerManagedPolicy? own = account.ManagedPolicies.GetValueOrDefault(arn);
        PolicyVersion shown = ManagedPolicyLookup.DefaultOf(account, arn);
        return new JsonObject
        {
            ["PolicyName"] = name,
            ["PolicyId"] = own?.Id ?? "ANPA" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..17],
            ["Arn"] = arn,
            ["Path"] = own?.Path ?? AwsManagedPolicies.Paths[name],
            ["DefaultVersionId"] = shown.Id,
            ["AttachmentCount"] = account.RolesWith(arn).Count() + account.UsersWith(arn).Count(),
            ["PermissionsBoundaryUsageCount"] = account.RolesBoundedBy(arn).Count(),
            ["IsAttachable"] = true,
            ["CreateDate"] = own?.CreatedAt ?? shown.CreatedAt,
            ["UpdateDate"] = own?.UpdatedAt ?? shown.CreatedAt,
        };
    }

    /// <summary>As GetAccountAuthorizationDetails gives it: with description and every version.</summary>
    public static JsonObject Detail(AwsAccount account, string arn)
    {
        JsonObject detail = Brief(account, arn);
        detail["Description"] = account.ManagedPolicies.GetValueOrDefault(arn)?.Description;
        detail["PolicyVersionList"] = new JsonArray([.. ManagedPolicyLookup.VersionsOf(account, arn).Reverse().Select(version => WholeVersion(account, arn, version))]);
        return detail;
    }

    public static JsonArray Tags(CustomerManagedPolicy policy) => [.. policy.Tags.Select(static tag => RoleRendering.Tag(tag))];

    /// <summary>As ListPolicyVersions and CreatePolicyVersion give it: without the document.</summary>
    public static JsonObject BriefVersion(AwsAccount account, string arn, PolicyVersion version) => new()
    {
        ["VersionId"] = version.Id,
        ["IsDefaultVersion"] = version.Id == ManagedPolicyLookup.DefaultOf(account, arn).Id,
        ["CreateDate"] = version.CreatedAt,
    };

    public static JsonObject WholeVersion(AwsAccount account, string arn, PolicyVersion version)
    {
        JsonObject whole = BriefVersion(account, arn, version);
        whole["Document"] = Uri.EscapeDataString(version.Document.Text);
        return whole;
    }
}
