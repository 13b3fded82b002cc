using System.Reflection;

namespace CrossAccess.Sandbox.Policies;

/// <summary>
/// The policies that AWS manages. Every name that AWS has is known, so that a misspelt one is refused; only the few job
/// policies below decide anything, close to AWS's own text, and the others grant nothing here.
/// </summary>
internal static class AwsManagedPolicies
{
    private const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"none:*","Resource":"*"}]}""";

    private static readonly string[] ReadableServices =
    [
        "account", "acm", "apigateway", "athena", "autoscaling", "backup", "cloudformation", "cloudfront", "cloudtrail", "cloudwatch", "config", "dynamodb",
        "ec2", "ecr", "ecs", "eks", "elasticache", "elasticfilesystem", "elasticloadbalancing", "events", "glue", "guardduty", "kinesis", "lambda",
        "logs", "organizations", "rds", "redshift", "route53", "s3", "sns", "sqs", "ssm", "sso", "states", "tag",
    ];

    private static readonly Lazy<Dictionary<string, string>> PathsByName = new(ReadPaths);

    private static readonly Dictionary<string, Lazy<PolicyDocument>> Deciding = new()
    {
        ["AdministratorAccess"] = Document("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""),
        ["PowerUserAccess"] = Document("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},
              {"Effect":"Allow","Action":["account:GetAccountInformation","account:ListRegions","iam:CreateServiceLinkedRole","iam:DeleteServiceLinkedRole","iam:ListRoles","organizations:DescribeEffectivePolicy","organizations:DescribeOrganization"],"Resource":"*"}]}
            """),
        ["ReadOnlyAccess"] = Document(Reading(
            ["Describe*", "Get*", "List*"],
            ["iam:Generate*", "iam:Get*", "iam:List*", "iam:Simulate*", "identitystore:Describe*", "identitystore:Get*", "identitystore:IsMemberInGroups", "identitystore:List*", "sts:GetAccessKeyInfo", "sts:GetCallerIdentity", "sts:GetSessionToken"])),
        ["SecurityAudit"] = Document(Reading(
            ["Describe*", "List*"],
            ["iam:GenerateCredentialReport", "iam:Get*", "iam:List*", "iam:SimulateCustomPolicy", "iam:SimulatePrincipalPolicy", "identitystore:DescribeGroupMembership", "identitystore:GetGroupId", "identitystore:GetUserId", "identitystore:IsMemberInGroups", "identitystore:List*", "sso:GetInlinePolicyForPermissionSet", "sso:GetPermissionsBoundaryForPermissionSet", "sts:GetAccessKeyInfo"])),
        ["ViewOnlyAccess"] = Document(Reading(
            ["List*"],
            ["ec2:Describe*", "cloudwatch:Get*", "iam:GetAccountSummary", "iam:GetLoginProfile", "iam:List*"])),
    };

    private static readonly PolicyDocument GrantsNothing = PolicyDocument.Parse(Nothing, PolicyKind.Identity);

    /// <summary>The policies' paths by name, over all that AWS has.</summary>
    public static IReadOnlyDictionary<string, string> Paths => PathsByName.Value;

    public static string Arn(string partition, string name) => $"arn:{partition}:iam::aws:policy{Paths[name]}{name}";

    /// <summary>The document behind an ARN, or null when AWS has no such policy.</summary>
    public static PolicyDocument? Find(string partition, string arn)
    {
        string name = arn[(arn.LastIndexOf('/') + 1)..];
        if (!Paths.ContainsKey(name) || Arn(partition, name) != arn)
            return null;
        return Deciding.TryGetValue(name, out Lazy<PolicyDocument>? document) ? document.Value : GrantsNothing;
    }

    private static string Reading(string[] verbs, string[] more)
    {
        IEnumerable<string> actions = ReadableServices.SelectMany(service => verbs.Select(verb => $"{service}:{verb}")).Concat(more);
        return $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["{{string.Join("\",\"", actions)}}"],"Resource":"*"}]}""";
    }

    private static Lazy<PolicyDocument> Document(string text) => new(() => PolicyDocument.Parse(text, PolicyKind.Identity));

    private static Dictionary<string, string> ReadPaths()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("aws-managed-policies.txt")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(static line => line[(line.LastIndexOf('/') + 1)..], static line => line[..(line.LastIndexOf('/') + 1)], StringComparer.Ordinal);
    }
}
