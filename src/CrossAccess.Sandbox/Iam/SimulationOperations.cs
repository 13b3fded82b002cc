using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>The policy simulator: identity policies alone, as AWS simulates roles.</summary>
internal static class SimulationOperations
{
    public static IEnumerable<Operation> All { get; } =
    [
        new("SimulatePrincipalPolicy", static call => call.Required("PolicySourceArn"), SimulatePrincipalPolicy),
        new("SimulateCustomPolicy", static _ => "*", SimulateCustomPolicy),
        new("GetContextKeysForCustomPolicy", static _ => "*", GetContextKeysForCustomPolicy),
    ];

    private static JsonObject SimulatePrincipalPolicy(Call call)
    {
        string arn = call.Required("PolicySourceArn");
        IEnumerable<PolicyDocument> own = call.Account.FindRoleByArn(arn) is { } role
            ? call.Account.PoliciesOf(role)
            : call.Account.Users.Values.FirstOrDefault(user => user.Arn == arn) is { } user
                ? call.Account.PoliciesOf(user)
                : throw new ServiceError("NoSuchEntity", $"The entity {arn} cannot be found.");
        return Results(call, [.. own, .. Documents(call, "PolicyInputList")]);
    }

    private static JsonObject SimulateCustomPolicy(Call call) => Results(call, [.. Documents(call, "PolicyInputList")]);

    private static JsonObject GetContextKeysForCustomPolicy(Call call) => new()
    {
        ["ContextKeyNames"] = new JsonArray(
            [.. Documents(call, "PolicyInputList")
                .SelectMany(static policy => policy.Statements)
                .SelectMany(static statement => statement.Conditions)
                .Select(static condition => condition.Key)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(static key => (JsonNode)key)]),
    };

    private static JsonObject Results(Call call, List<PolicyDocument> policies)
    {
        RequestContext context = new();
        foreach (JsonObject entry in call.Objects("ContextEntries"))
        {
            if (entry["ContextKeyName"]?.GetValue<string>() is { } name)
                context.Set(name, [.. (entry["ContextKeyValues"] as JsonArray ?? []).Select(static value => value!.GetValue<string>())]);
        }
        string[] resources = [.. call.Texts("ResourceArns").DefaultIfEmpty("*")];
        List<(string Action, string Resource)> questions = [.. call.Texts("ActionNames").SelectMany(action => resources.Select(resource => (action, resource)))];
        return Page.ByMarker(call, "EvaluationResults", questions, question => new JsonObject
        {
            ["EvalActionName"] = question.Action,
            ["EvalResourceName"] = question.Resource,
            ["EvalDecision"] = PolicyEvaluator.Evaluate(policies, question.Action, question.Resource, context) switch
            {
                Decision.Allowed => "allowed",
                Decision.ExplicitDeny => "explicitDeny",
                _ => "implicitDeny",
            },
            ["MatchedStatements"] = new JsonArray(),
            ["MissingContextValues"] = new JsonArray(),
        });
    }

    private static IEnumerable<PolicyDocument> Documents(Call call, string member)
    {
        foreach (string text in call.Texts(member))
        {
            PolicyDocument document;
            try
            {
                document = PolicyDocument.Parse(text, PolicyKind.Identity);
            }
            catch (MalformedPolicy malformed)
            {
                throw new ServiceError("InvalidInput", malformed.Message);
            }
            yield return document;
        }
    }
}
