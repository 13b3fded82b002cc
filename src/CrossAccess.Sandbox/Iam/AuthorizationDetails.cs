using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>
/// Everything that an account's IAM holds, in pages that run over all kinds of entities
/// (https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html). There are no groups here.
/// </summary>
internal static class AuthorizationDetails
{
    private static readonly string[] Lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"];

    public static Operation Operation { get; } = new("GetAccountAuthorizationDetails", static _ => "*", Get);

    private static JsonObject Get(Call call)
    {
        HashSet<string> wanted = [.. call.Texts("Filter")];
        bool Wants(string entity) => wanted.Count == 0 || wanted.Contains(entity);
        List<(string List, Func<JsonObject> Render)> entities = [];
        if (Wants("User"))
            entities.AddRange(call.Account.Users.Values.Select(user => ("UserDetailList", (Func<JsonObject>)(() => Detail(user)))));
        if (Wants("Role"))
            entities.AddRange(call.Account.Roles.Values.Select(role => ("RoleDetailList", (Func<JsonObject>)(() => Detail(call, role)))));
        if (Wants("LocalManagedPolicy"))
            entities.AddRange(call.Account.ManagedPolicies.Values.Select(policy => ("Policies", (Func<JsonObject>)(() => ManagedPolicyRendering.Detail(call.Account, policy.Arn)))));
        if (Wants("AWSManagedPolicy"))
            entities.AddRange(AttachedOfAws(call.Account).Select(arn => ("Policies", (Func<JsonObject>)(() => ManagedPolicyRendering.Detail(call.Account, arn)))));

        return Page.ByMarker(call, Lists, entities);
    }

    private static JsonObject Detail(Call call, IamRole role)
    {
        JsonObject detail = RoleRendering.Whole(role, call.Cloud);
        detail.Remove("Description");
        detail.Remove("MaxSessionDuration");
        detail["RolePolicyList"] = new JsonArray([.. role.InlinePolicies.Select(static policy => new JsonObject { ["PolicyName"] = policy.Key, ["PolicyDocument"] = Uri.EscapeDataString(policy.Value.Text) })]);
        detail["AttachedManagedPolicies"] = Attached(role.AttachedPolicies);
        detail["InstanceProfileList"] = new JsonArray();
        return detail;
    }

    private static JsonObject Detail(IamUser user) => new()
    {
        ["Path"] = "/",
        ["UserName"] = user.Name,
        ["UserId"] = user.Id,
        ["Arn"] = user.Arn,
        ["UserPolicyList"] = new JsonArray(),
        ["GroupList"] = new JsonArray(),
        ["AttachedManagedPolicies"] = Attached(user.AttachedPolicies),
    };

    private static JsonArray Attached(IEnumerable<string> arns) =>
        [.. arns.Select(static arn => new JsonObject { ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..], ["PolicyArn"] = arn })];

    private static IEnumerable<string> AttachedOfAws(AwsAccount account) => account.Roles.Values
        .SelectMany(static role => role.AttachedPolicies)
        .Concat(account.Users.Values.SelectMany(static user => user.AttachedPolicies))
        .Where(arn => !account.ManagedPolicies.ContainsKey(arn))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
