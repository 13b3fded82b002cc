using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// The roles as a CloudFormation template. It has no parameters and computes nothing: what is handed over is what was
/// reviewed. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
/// </summary>
internal static class CloudFormationTemplate
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    private const int InlineLimit = 51_200;
    private const int ObjectLimit = 1_000_000;

    // Resources, role, Properties, property: what lies deeper is policies.
    private const int PolicyDepth = 4;

    /// <summary>The template with the lines that say what it is.</summary>
    public static string Text(HandOver handOver) => Text(handOver,
        $"""
        # Lets {handOver.Company} (AWS account {handOver.HomeAccountId}) into {RolePhrases.Place(handOver)}, by {RolePhrases.Listed(handOver)}.
        # Deploy it in one Region only: roles are of the whole account.
        #   aws cloudformation deploy --stack-name {handOver.StackName} --template-file cloudformation.yaml --capabilities CAPABILITY_NAMED_IAM
        # Delete the stack to take the access away. {RolePhrases.SentBack(handOver)}

        """,
        handOver.TemplateUrl is null ? InlineLimit : ObjectLimit);

    /// <param name="heading">Lines of comment.</param>
    /// <param name="limit">Of the whole, in bytes.</param>
    /// <exception cref="ClientAccessException">PolicyTooLong; InvalidPolicyDocument when CloudFormation would read something else into a policy.</exception>
    public static string Text(HandOver handOver, string heading, int limit = InlineLimit)
    {
        JsonObject template = Document(handOver);
        string text = heading + YamlText.Of(template);
        if (text.Length <= limit) return text;

        text = heading + YamlText.Of(template, PolicyDepth);
        if (text.Length <= limit) return text;
        throw new ClientAccessException(ClientAccessError.PolicyTooLong, $"The template over {handOver.Roles.Count} tiers has {text.Length:N0} bytes; CloudFormation takes {limit:N0}.")
        {
            RecommendedAction = "Hand over fewer tiers at a time, or put long policies into managed ones: -ManagedPolicyArn",
        };
    }

    public static JsonObject Document(HandOver handOver) => new()
    {
        ["AWSTemplateFormatVersion"] = "2010-09-09",
        ["Description"] = $"Access of {handOver.Company} (account {handOver.HomeAccountId}) for {handOver.Client}",
        ["Resources"] = new JsonObject(handOver.Roles.Select(role => KeyValuePair.Create<string, JsonNode?>(LogicalId(role), Resource(role)))),
        ["Outputs"] = new JsonObject(handOver.Roles.Select(role => KeyValuePair.Create<string, JsonNode?>($"{LogicalId(role)}Arn", new JsonObject
        {
            ["Description"] = $"The role of tier {role.Tier.Tier}",
            ["Value"] = new JsonObject { ["Fn::GetAtt"] = new JsonArray(LogicalId(role), "Arn") },
        }))),
    };

    /// <summary>The name of a role inside the template.</summary>
    public static string LogicalId(RemoteAccessRoleBlueprint role) => $"{role.Tier.Tier}Role";

    private static JsonObject Resource(RemoteAccessRoleBlueprint role)
    {
        var properties = new JsonObject
        {
            ["RoleName"] = role.RoleName,
            ["Description"] = role.Description,
            ["MaxSessionDuration"] = (int)role.NewMaxSessionDuration.TotalSeconds,
            ["AssumeRolePolicyDocument"] = TemplatePolicy.Of(role.Trust),
        };
        if (role.Terms.PermissionsBoundaryArn is { } boundary) properties["PermissionsBoundary"] = boundary;
        if (role.ManagedPolicyArns.Count > 0) properties["ManagedPolicyArns"] = new JsonArray([.. role.ManagedPolicyArns.Select(arn => JsonValue.Create(arn))]);
        if (role.InlinePolicy is { } policy)
            properties["Policies"] = new JsonArray(new JsonObject { ["PolicyName"] = RemoteAccessRoleBlueprint.InlinePolicyName, ["PolicyDocument"] = TemplatePolicy.Of(policy) });
        properties["Tags"] = TagList.Of(role);
        return new JsonObject { ["Type"] = "AWS::IAM::Role", ["Properties"] = properties };
    }
}
