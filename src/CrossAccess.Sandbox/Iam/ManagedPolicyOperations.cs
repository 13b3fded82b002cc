using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Reading managed policies: AWS's and the account's own.</summary>
internal static class ManagedPolicyOperations
{
    private const string Version = "v1";
    private static readonly DateTimeOffset AwsPolicyDate = new(2015, 2, 6, 18, 39, 46, TimeSpan.Zero);

    public static IEnumerable<Operation> All { get; } =
    [
        new("GetPolicy", static call => call.Required("PolicyArn"), GetPolicy),
        new("GetPolicyVersion", static call => call.Required("PolicyArn"), GetPolicyVersion),
        new("ListPolicies", static call => $"arn:{call.Account.Partition}:iam::{call.Account.Id}:policy/", ListPolicies),
    ];

    private static JsonObject GetPolicy(Call call)
    {
        string arn = call.Required("PolicyArn");
        Find(call, arn);
        return new JsonObject { ["Policy"] = Render(call.Account, arn) };
    }

    private static JsonObject GetPolicyVersion(Call call)
    {
        string arn = call.Required("PolicyArn");
        PolicyDocument document = Find(call, arn);
        if (call.Required("VersionId") != Version)
            throw new ServiceError("NoSuchEntity", $"Policy {arn} version {call.Required("VersionId")} does not exist or is not attachable.");
        return new JsonObject
        {
            ["PolicyVersion"] = RenderVersion(call.Account, arn, document),
        };
    }

    private static JsonObject ListPolicies(Call call)
    {
        string scope = call.Text("Scope") ?? "All";
        string prefix = ":policy" + (call.Text("PathPrefix") ?? "/");
        IEnumerable<string> own = scope == "AWS" ? [] : call.Account.ManagedPolicies.Keys;
        IEnumerable<string> aws = scope == "Local" ? [] : AwsManagedPolicies.Paths.Keys.Select(name => AwsManagedPolicies.Arn(call.Account.Partition, name));
        List<string> arns = [.. own.Concat(aws).Where(arn => arn.Contains(prefix, StringComparison.Ordinal))];
        if (call.Flag("OnlyAttached") == true)
        {
            HashSet<string> attached = [.. call.Account.Roles.Values.SelectMany(static role => role.AttachedPolicies), .. call.Account.Users.Values.SelectMany(static user => user.AttachedPolicies)];
            arns.RemoveAll(arn => !attached.Contains(arn));
        }
        return Page.ByMarker(call, "Policies", arns, arn => Render(call.Account, arn));
    }

    private static PolicyDocument Find(Call call, string arn)
        => call.Account.FindPolicy(arn) ?? throw new ServiceError("NoSuchEntity", $"Policy {arn} was not found.");

    /// <summary>The one version that a policy has here.</summary>
    public static JsonObject RenderVersion(AwsAccount account, string arn, PolicyDocument document) => new()
    {
        ["Document"] = Uri.EscapeDataString(document.Text),
        ["VersionId"] = Version,
        ["IsDefaultVersion"] = true,
        ["CreateDate"] = CreatedAt(account, arn),
    };

    public static JsonObject Render(AwsAccount account, string arn)
    {
        string name = arn[(arn.LastIndexOf('/') + 1)..];
        CustomerManagedPolicy? own = account.ManagedPolicies.GetValueOrDefault(arn);
        return new JsonObject
        {
            ["PolicyName"] = name,
            ["PolicyId"] = own?.Id ?? "ANPA" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)))[..17],
            ["Arn"] = arn,
            ["Path"] = own?.Path ?? AwsManagedPolicies.Paths[name],
            ["DefaultVersionId"] = Version,
            ["AttachmentCount"] = account.Roles.Values.Count(role => role.AttachedPolicies.Contains(arn)),
            ["PermissionsBoundaryUsageCount"] = account.Roles.Values.Count(role => role.BoundaryArn == arn),
            ["IsAttachable"] = true,
            ["CreateDate"] = CreatedAt(account, arn),
            ["UpdateDate"] = CreatedAt(account, arn),
        };
    }

    private static DateTimeOffset CreatedAt(AwsAccount account, string arn) => account.ManagedPolicies.GetValueOrDefault(arn)?.CreatedAt ?? AwsPolicyDate;
}
