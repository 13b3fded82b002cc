using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>The trust policy of a remote access role.</summary>
internal static class TrustPolicy
{
    /// <summary>Non-white-space characters that every account allows; the account's own quota may be higher.</summary>
    public const int DefaultLimit = 2048;

    private const string AssumeRole = "sts:AssumeRole";

    public static PolicyDocument Create(TrustPolicyTerms terms)
    {
        JsonArray statements = terms.Scope == TrustScope.Account
            ? [Statement("CrossAccessHome", terms, AssumeRole, WithExternalId([], terms.ExternalId))]
            :
            [
                Statement("CrossAccessHome", terms, AssumeRole, WithExternalId(PermissionSetCondition(terms), terms.ExternalId)),
                Statement("CrossAccessSourceIdentity", terms, "sts:SetSourceIdentity", WithSourceIdentity(PermissionSetCondition(terms))),
            ];
        if (terms.TrustedRoleArns.Count > 0)
            statements.Add(Statement("CrossAccessTrustedRoles", terms, AssumeRole, WithExternalId(TrustedRoleCondition(terms), terms.ExternalId)));
        return new PolicyDocument(new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements });
    }

    /// <summary>A trust that lets nobody in, for a role that cannot be deleted by whoever acts through it.</summary>
    public static PolicyDocument DenyingEverybody() => new(new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "CrossAccessOffboarding",
            ["Effect"] = "Deny",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = AssumeRole,
        }),
    });

    private static JsonObject Statement(string sid, TrustPolicyTerms terms, string action, JsonObject condition)
    {
        var statement = new JsonObject
        {
            ["Sid"] = sid,
            ["Effect"] = "Allow",
            // The account, not a role: a role's ARN here is stored as its unique id and dies with it.
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
            ["Principal"] = new JsonObject { ["AWS"] = $"arn:{terms.Partition}:iam::{terms.HomeAccountId}:root" },
            ["Action"] = action,
        };
        if (condition.Count > 0) statement["Condition"] = condition;
        return statement;
    }

    private static JsonObject PermissionSetCondition(TrustPolicyTerms terms)
    {
        IEnumerable<JsonNode> patterns = ReservedRole.ArnPatterns(terms.Partition, terms.HomeAccountId, terms.PermissionSetName).Select(pattern => (JsonNode)JsonValue.Create(pattern));
        return new JsonObject { ["ArnLike"] = new JsonObject { ["aws:PrincipalArn"] = new JsonArray([.. patterns]) } };
    }

    private static JsonObject TrustedRoleCondition(TrustPolicyTerms terms) => new()
    {
        ["ArnEquals"] = new JsonObject { ["aws:PrincipalArn"] = new JsonArray([.. terms.TrustedRoleArns.Order(StringComparer.Ordinal).Select(arn => (JsonNode)JsonValue.Create(arn))]) },
    };

    private static JsonObject WithExternalId(JsonObject condition, string? externalId)
    {
        if (externalId is not null) condition["StringEquals"] = new JsonObject { ["sts:ExternalId"] = externalId };
        return condition;
    }

    private static JsonObject WithSourceIdentity(JsonObject condition)
    {
        condition[SourceIdentityCondition.Operator] = SourceIdentityCondition.Create();
        return condition;
    }
}
