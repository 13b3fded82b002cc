using System.Text.Json.Nodes;

namespace CrossAccess.Core.Tests.Diagnosis;

/// <summary>Policies that somebody may have written by hand, from a few parts that fit, nearly fit, or do not.</summary>
internal sealed class RandomPolicies(Random random)
{
    public const string Home = "111111111111";
    public const string Role = "arn:aws:iam::222222222222:role/acme-read-only";
    public const string Set = "AbcCorpReadOnly";
    public const string Suffix = "0123456789abcdef";
    public const string UserId = "a2c5f4a0-1111-4222-8333-944445555666";
    public const string Reserved = $"arn:aws:iam::{Home}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Principals =
    [
        $"arn:aws:iam::{Home}:root", $"arn:aws:iam::{Home}:root", Home, "*", "arn:aws:iam::333333333333:root", "333333333333",
        $"{Reserved}{Set}_{Suffix}", $"{Reserved}{Set}_ffffffffffffffff", $"{Reserved}Other_{Suffix}",
        $"arn:aws:sts::{Home}:assumed-role/AWSReservedSSO_{Set}_{Suffix}/ana", $"arn:aws:sts::{Home}:assumed-role/AWSReservedSSO_{Set}_{Suffix}/ben", $"arn:aws:iam::{Home}:user/ana",
    ];

    private static readonly string[] Actions =
        ["sts:AssumeRole", "sts:AssumeRole", "sts:assumerole", "sts:SetSourceIdentity", "sts:*", "sts:TagSession"];

    private static readonly string[] SetActions = [.. Actions, "*", "sts:Assume*", "s3:*", "iam:GetRole"];

    private static readonly string[] Resources =
        [Role, Role, "*", "arn:aws:iam::222222222222:role/*", "arn:aws:iam::*:role/acme-read-only", "arn:aws:iam::222222222222:role/acme-administrator", "arn:aws:iam::333333333333:role/acme-read-only", "arn:aws:iam::222222222222:role/acme-read-???y", "arn:aws:*:role/acme-read-only", "arn:aws:iam::222222222222:role/acme-${aws:username}"];

    private static readonly (string Operator, string Key, string[] Values)[] Conditions =
    [
        .. from comparison in new[] { "ArnLike", "ArnEquals", "StringLike", "StringEquals", "ArnNotLike", "StringNotEquals", "StringNotLikeIfExists" }
           from value in new[] { $"{Reserved}{Set}_????????????????", $"{Reserved}{Set}_*", $"arn:aws:iam::{Home}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_{Set}_????????????????", $"arn:aws:iam::{Home}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_{Set}_????????????????", $"arn:aws:iam::{Home}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_{Set}_*", $"{Reserved}{Set}_{Suffix}", $"{Reserved}{Set}_0123*", $"{Reserved}{Set}_X*", $"{Reserved}Abc_*", "arn:aws:iam::*:role/*", $"arn:aws:iam::333333333333:role/aws-reserved/sso.amazonaws.com/*", "*" }
           select (comparison, "aws:PrincipalArn", new[] { value }),
        ("StringEquals", "sts:ExternalId", ["4711"]), ("StringEquals", "sts:ExternalId", ["other", "4711"]), ("StringEquals", "sts:ExternalId", ["other"]), ("StringLike", "sts:ExternalId", ["47*"]), ("StringNotEquals", "sts:ExternalId", ["4711"]), ("Null", "sts:ExternalId", ["true"]), ("StringEqualsIfExists", "sts:ExternalId", ["4711"]),
        ("Bool", "aws:MultiFactorAuthPresent", ["true"]), ("Bool", "aws:MultiFactorAuthPresent", ["false"]), ("BoolIfExists", "aws:MultiFactorAuthPresent", ["true"]), ("NumericLessThan", "aws:MultiFactorAuthAge", ["3600"]), ("Null", "aws:MultiFactorAuthAge", ["true"]),
        ("StringEquals", "aws:PrincipalOrgID", ["o-home"]), ("StringEquals", "aws:PrincipalOrgID", ["o-other"]), ("StringNotEquals", "aws:PrincipalOrgID", ["o-home"]),
        ("StringEquals", "aws:PrincipalAccount", [Home]), ("StringEquals", "aws:PrincipalAccount", ["333333333333"]), ("StringEquals", "AWS:principaltype", ["AssumedRole"]), ("StringEquals", "aws:PrincipalType", ["User"]),
        ("StringLike", "sts:SourceIdentity", ["*"]), ("StringLike", "sts:SourceIdentity", ["a?a"]), ("StringEquals", "sts:SourceIdentity", ["ben"]), ("Null", "sts:SourceIdentity", ["false"]), ("Null", "sts:SourceIdentity", ["true"]),
        ("StringLike", "aws:userid", ["*:${sts:SourceIdentity}"]), ("StringLike", "aws:userid", ["*:ana"]), ("StringEquals", "aws:userid", ["AROAAAAAAAAAAAAAAAAAA:ana"]), ("StringLike", "aws:userid", ["AROA*:ben"]),
        ("StringEquals", "sts:RoleSessionName", ["ana"]), ("StringLike", "sts:RoleSessionName", ["${aws:username}"]), ("StringEqualsIgnoreCase", "sts:RoleSessionName", ["ANA"]),
        ("StringEquals", "identitystore:UserId", [UserId]), ("StringEquals", "identitystore:UserId", ["b-somebody-else"]), ("Null", "identitystore:UserId", ["false"]),
        ("DateGreaterThan", "aws:CurrentTime", ["2026-03-01T11:59:59Z"]), ("DateGreaterThan", "aws:CurrentTime", ["2026-03-01T12:00:00Z"]), ("DateGreaterThanEquals", "aws:CurrentTime", ["2026-03-01T12:00:00Z"]), ("DateLessThan", "aws:CurrentTime", ["2026-03-01T12:00:01Z"]), ("DateLessThanEquals", "aws:CurrentTime", ["1772366400"]), ("DateNotEquals", "aws:CurrentTime", ["2026-03-01"]), ("DateLessThan", "aws:EpochTime", ["1772366400"]),
        ("IpAddress", "aws:SourceIp", ["127.0.0.0/8"]), ("NotIpAddress", "aws:SourceIp", ["127.0.0.1"]), ("ForAnyValue:StringEquals", "aws:TagKeys", ["x"]), ("StringEquals", "aws:PrincipalTag/team", ["blue"]), ("StringEquals", "aws:SourceAccount", ["222222222222"]), ("StringEquals", "aws:username", ["ana"]), ("StringNotEquals", "aws:username", ["ana"]),
    ];

    /// <summary>A role's trust policy.</summary>
    public string Trust() => Document(() =>
    {
        var statement = new JsonObject { ["Effect"] = random.Next(5) == 0 ? "Deny" : "Allow", ["Principal"] = Principal(), ["Action"] = Texts(Actions) };
        return WithConditions(statement);
    });

    /// <summary>A permission set's inline policy.</summary>
    public string Identity() => Document(() =>
    {
        var statement = new JsonObject { ["Effect"] = random.Next(4) == 0 ? "Deny" : "Allow" };
        statement[random.Next(8) == 0 ? "NotAction" : "Action"] = Texts(SetActions);
        statement[random.Next(8) == 0 ? "NotResource" : "Resource"] = Texts(Resources);
        return WithConditions(statement);
    });

    private string Document(Func<JsonObject> statement) => new JsonObject
    {
        ["Version"] = random.Next(12) == 0 ? "2008-10-17" : "2012-10-17",
        ["Statement"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => statement())]),
    }.ToJsonString();

    private JsonObject WithConditions(JsonObject statement)
    {
        var conditions = new JsonObject();
        for (int count = random.Next(4); count > 0; count--)
        {
            (string comparison, string key, string[] values) = Conditions[random.Next(Conditions.Length)];
            if (conditions[comparison] is not JsonObject keys) conditions[comparison] = keys = [];
            keys[key] = values.Length == 1 && random.Next(2) == 0 ? values[0] : new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }
        if (conditions.Count > 0) statement["Condition"] = conditions;
        return statement;
    }

    private JsonNode Principal() => random.Next(12) switch
    {
        0 => "*",
        1 => new JsonObject { ["Service"] = "ec2.amazonaws.com" },
        2 => new JsonObject { ["Federated"] = "arn:aws:iam::222222222222:saml-provider/x", ["AWS"] = Texts(Principals) },
        _ => new JsonObject { ["AWS"] = Texts(Principals) },
    };

    private JsonNode Texts(string[] from) => random.Next(3) == 0
        ? new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)from[random.Next(from.Length)])])
        : from[random.Next(from.Length)];
}
