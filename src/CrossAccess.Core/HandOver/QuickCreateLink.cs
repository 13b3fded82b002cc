namespace CrossAccess;

/// <summary>
/// A link that opens the CloudFormation console with the stack filled in; the client's admin has but to look and agree.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
/// </summary>
internal static class QuickCreateLink
{
    public static string Of(string region, string stackName, string templateUrl) =>
        $"https://{region}.{ConsoleDomain(region)}/cloudformation/home?region={region}#/stacks/create/review?templateURL={Uri.EscapeDataString(templateUrl)}&stackName={stackName}";

    private static string ConsoleDomain(string region) => Partition.OfRegion(region) switch
    {
        "aws-cn" => "console.amazonaws.cn",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        "aws-eusc" => "console.amazonaws-eusc.eu",
        _ => "console.aws.amazon.com",
    };
}
