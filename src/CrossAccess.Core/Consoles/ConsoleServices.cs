using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The console's pages by service. One that is not listed is looked for where most are: under its own name.</summary>
internal static partial class ConsoleServices
{
    public static IReadOnlyList<ConsoleService> Known { get; } =
    [
        Usual("acm", "Certificate Manager"),
        Usual("apigateway", "API Gateway"),
        Usual("athena", "Athena"),
        Usual("backup", "AWS Backup"),
        Usual("batch", "Batch"),
        Usual("bedrock", "Bedrock"),
        Usual("billing", "Billing"),
        new("budgets", "/billing/home#/budgets", "Budgets"),
        Usual("cloudformation", "CloudFormation"),
        new("cloudfront", "/cloudfront/v4/home", "CloudFront"),
        new("cloudtrail", "/cloudtrailv2/home", "CloudTrail"),
        Usual("cloudwatch", "CloudWatch"),
        new("codebuild", "/codesuite/codebuild/projects", "CodeBuild"),
        new("codepipeline", "/codesuite/codepipeline/pipelines", "CodePipeline"),
        new("cognito", "/cognito/v2/home", "Cognito"),
        Usual("config", "AWS Config"),
        new("costexplorer", "/cost-management/home", "Cost Explorer"),
        new("dynamodb", "/dynamodbv2/home", "DynamoDB"),
        Usual("ec2", "EC2"),
        Usual("ecr", "Elastic Container Registry"),
        new("ecs", "/ecs/v2", "Elastic Container Service"),
        new("efs", "/efs/home", "Elastic File System"),
        Usual("eks", "Elastic Kubernetes Service"),
        Usual("elasticache", "ElastiCache"),
        Usual("elasticbeanstalk", "Elastic Beanstalk"),
        new("elb", "/ec2/home#LoadBalancers", "Load balancers"),
        new("eventbridge", "/events/home", "EventBridge"),
        Usual("fsx", "FSx"),
        Usual("glue", "Glue"),
        Usual("guardduty", "GuardDuty"),
        Usual("health", "Health"),
        Usual("iam", "IAM"),
        new("identitycenter", "/singlesignon/home", "IAM Identity Center"),
        new("inspector", "/inspector/v2/home", "Inspector"),
        Usual("kinesis", "Kinesis"),
        Usual("kms", "Key Management Service"),
        Usual("lambda", "Lambda"),
        new("logs", "/cloudwatch/home#logsV2:log-groups", "CloudWatch log groups"),
        new("opensearch", "/aos/home", "OpenSearch"),
        new("organizations", "/organizations/v2/home", "Organizations"),
        Usual("rds", "RDS"),
        new("redshift", "/redshiftv2/home", "Redshift"),
        new("route53", "/route53/v2/home", "Route 53"),
        Usual("s3", "S3"),
        Usual("sagemaker", "SageMaker"),
        Usual("secretsmanager", "Secrets Manager"),
        Usual("securityhub", "Security Hub"),
        Usual("servicequotas", "Service Quotas"),
        Usual("ses", "Simple Email Service"),
        new("sns", "/sns/v3/home", "Simple Notification Service"),
        new("sqs", "/sqs/v3/home", "Simple Queue Service"),
        new("ssm", "/systems-manager/home", "Systems Manager"),
        new("stepfunctions", "/states/home", "Step Functions"),
        Usual("support", "Support"),
        Usual("trustedadvisor", "Trusted Advisor"),
        new("vpc", "/vpcconsole/home", "VPC"),
        new("waf", "/wafv2/homev2", "WAF"),
        Usual("workspaces", "WorkSpaces"),
    ];

    /// <exception cref="ClientAccessException">InvalidText.</exception>
    public static string PathOf(string name)
    {
        string wanted = name.Trim().ToLowerInvariant();
        if (Known.FirstOrDefault(service => service.Name == wanted) is { } known) return known.Path;
        if (Pattern().IsMatch(wanted)) return PathUnder(wanted);
        throw new ClientAccessException(
            ClientAccessError.InvalidText,
            $"'{Printable.Of(name)}' cannot be a service of the console. Type its name as the console's addresses have it, such as s3 or cloudformation.{NearMatches.Sentence(wanted, Known.Select(service => service.Name))} A single page is named by -Destination.");
    }

    private static ConsoleService Usual(string name, string title) => new(name, PathUnder(name), title);

    private static string PathUnder(string name) => $"/{name}/home";

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
