using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrossAccess.Sandbox.Policies;

/// <summary>Reads a policy by IAM's grammar (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).</summary>
internal sealed partial class PolicyParser(PolicyKind kind)
{
    private static readonly HashSet<string> StatementElements =
        ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition"];

    private static readonly HashSet<string> TrustActions = new(StringComparer.OrdinalIgnoreCase)
    {
        "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:SetSourceIdentity", "sts:TagSession", "sts:SetContext", "sts:*", "*",
    };

    public PolicyDocument Parse(string text)
    {
        JsonElement root = Json(text);
        if (root.ValueKind != JsonValueKind.Object)
            throw new MalformedPolicy("Syntax errors in policy.");
        RefuseUnknown(root, ["Version", "Id", "Statement"]);
        string version = root.TryGetProperty("Version", out JsonElement given) ? Text(given) : "2008-10-17";
        if (version is not ("2012-10-17" or "2008-10-17"))
            throw new MalformedPolicy("The policy must contain a valid version string");
        if (!root.TryGetProperty("Statement", out JsonElement statement))
            throw new MalformedPolicy("Syntax errors in policy.");
        List<PolicyStatement> statements = [.. Items(statement).Select(Statement)];
        if (statements.Count == 0)
            throw new MalformedPolicy("Syntax errors in policy.");
        string[] sids = [.. statements.Select(static s => s.Sid).OfType<string>()];
        if (sids.Distinct(StringComparer.Ordinal).Count() != sids.Length)
            throw new MalformedPolicy("Statement IDs (SID) in a single policy must be unique.");
        return new PolicyDocument(text, version, statements);
    }

    private static JsonElement Json(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new MalformedPolicy("This policy contains invalid Json");
        }
    }

    private PolicyStatement Statement(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new MalformedPolicy("Syntax errors in policy.");
        RefuseUnknown(element, StatementElements);
        PolicyStatement statement = new()
        {
            Sid = Sid(element),
            IsAllow = IsAllow(element),
            Actions = Strings(element, "Action"),
            NotActions = Strings(element, "NotAction"),
            Resources = Strings(element, "Resource"),
            NotResources = Strings(element, "NotResource"),
            AwsPrincipals = Principals(element, "Principal"),
            NotAwsPrincipals = Principals(element, "NotPrincipal"),
            FederatedPrincipals = Principals(element, "Principal", "Federated") ?? [],
            Conditions = Conditions(element),
        };
        CheckActions(statement);
        if (kind == PolicyKind.Identity)
            CheckIdentity(statement);
        else
            CheckTrust(statement);
        return statement;
    }

    private string? Sid(JsonElement element)
    {
        if (!element.TryGetProperty("Sid", out JsonElement sid))
            return null;
        string text = Text(sid);
        // IAM wants letters and digits; trust policies have been seen to accept more.
        if (kind == PolicyKind.Identity && !PlainSid().IsMatch(text))
            throw new MalformedPolicy("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*");
        return text.Length == 0 ? null : text;
    }

    private static bool IsAllow(JsonElement element)
        => (element.TryGetProperty("Effect", out JsonElement effect) ? Text(effect) : throw new MalformedPolicy("Missing required field Effect")) switch
        {
            "Allow" => true,
            "Deny" => false,
            var other => throw new MalformedPolicy($"Invalid effect: {other}"),
        };

    private static void CheckActions(PolicyStatement statement)
    {
        if (statement.Actions is null == statement.NotActions is null)
            throw new MalformedPolicy(statement.Actions is null ? "Missing required field Action" : "Syntax errors in policy.");
        foreach (string action in statement.Actions ?? statement.NotActions!)
        {
            if (action != "*" && !action.Contains(':', StringComparison.Ordinal))
                throw new MalformedPolicy("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
            if (action != "*" && !ActionName().IsMatch(action))
                throw new MalformedPolicy($"The policy contains an invalid action: {action}");
        }
    }

    private static void CheckIdentity(PolicyStatement statement)
    {
        if (statement.AwsPrincipals is not null || statement.NotAwsPrincipals is not null)
            throw new MalformedPolicy("Policy document should not specify a principal.");
        if (statement.Resources is null == statement.NotResources is null)
            throw new MalformedPolicy(statement.Resources is null ? "Policy statement must contain resources." : "Syntax errors in policy.");
        foreach (string resource in statement.Resources ?? statement.NotResources!)
        {
            if (resource != "*" && !ResourceArn().IsMatch(resource))
                throw new MalformedPolicy($"Resource {resource} must be in ARN format or \"*\".");
        }
    }

    private static void CheckTrust(PolicyStatement statement)
    {
        if (statement.Resources is not null || statement.NotResources is not null)
            throw new MalformedPolicy("Has prohibited field Resource");
        if (statement.AwsPrincipals is null == statement.NotAwsPrincipals is null)
            throw new MalformedPolicy(statement.AwsPrincipals is null ? "Missing required field Principal" : "Syntax errors in policy.");
        if (statement.IsAllow && statement.NotAwsPrincipals is not null)
            throw new MalformedPolicy("Allow with NotPrincipal is not allowed.");
        if (statement.Actions?.All(TrustActions.Contains) != true)
            throw new MalformedPolicy("AssumeRole policy may only specify STS AssumeRole actions.");
    }

    private static List<PolicyCondition> Conditions(JsonElement statement)
    {
        List<PolicyCondition> conditions = [];
        if (!statement.TryGetProperty("Condition", out JsonElement block))
            return conditions;
        foreach ((string name, JsonElement keys) in Properties(block))
        {
            ConditionOperator comparison = ConditionOperator.Parse(name) ?? throw new MalformedPolicy($"Invalid Condition type : {name}.");
            foreach ((string key, JsonElement values) in Properties(keys))
            {
                if (!key.Contains(':', StringComparison.Ordinal))
                    throw new MalformedPolicy("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
                conditions.Add(new PolicyCondition(comparison, key, [.. Items(values).Select(Text)]));
            }
        }
        return conditions;
    }

    // The principals of one kind, or null without the element. No caller of the Sandbox is an AWS service or a canonical user.
    private static List<string>? Principals(JsonElement statement, string name, string kept = "AWS")
    {
        if (!statement.TryGetProperty(name, out JsonElement principal))
            return null;
        if (principal.ValueKind == JsonValueKind.String)
            return Text(principal) != "*" ? throw new MalformedPolicy($"Invalid principal in policy: {principal.GetRawText()}") : kept == "AWS" ? ["*"] : [];
        List<string> principals = [];
        foreach ((string type, JsonElement values) in Properties(principal))
        {
            if (type is not ("AWS" or "Federated" or "Service" or "CanonicalUser"))
                throw new MalformedPolicy($"Invalid principal in policy: \"{type}\"");
            IEnumerable<string> texts = Items(values).Select(Text);
            if (type == kept)
                principals.AddRange(texts);
        }
        return principals;
    }

    private static List<string>? Strings(JsonElement statement, string name)
        => statement.TryGetProperty(name, out JsonElement value) ? [.. Items(value).Select(Text)] : null;

    private static JsonElement[] Items(JsonElement value)
        => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static IEnumerable<(string Name, JsonElement Value)> Properties(JsonElement value)
        => value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Select(static p => (p.Name, p.Value))
            : throw new MalformedPolicy("Syntax errors in policy.");

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new MalformedPolicy("Syntax errors in policy."),
    };

    private static void RefuseUnknown(JsonElement element, HashSet<string> known)
    {
        string[] names = [.. element.EnumerateObject().Select(static p => p.Name)];
        if (names.Any(name => !known.Contains(name)) || names.Distinct(StringComparer.Ordinal).Count() != names.Length)
            throw new MalformedPolicy("Syntax errors in policy.");
    }

    [GeneratedRegex(@"\A[0-9A-Za-z]*\z")]
    private static partial Regex PlainSid();

    [GeneratedRegex(@"\A[A-Za-z0-9-]+:[A-Za-z0-9*?]+\z")]
    private static partial Regex ActionName();

    [GeneratedRegex(@"\A(arn|\*):[^:]*:[^:]*:[^:]*:[^:]*:.+\z", RegexOptions.Singleline)]
    private static partial Regex ResourceArn();
}
