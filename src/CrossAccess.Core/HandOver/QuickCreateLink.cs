namespace CrossAccess;

/// <summary>
/// A link that opens the CloudFormation console with the stack filled in; the client's admin has but to look and agree.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
/// </summary>
internal static class QuickCreateLink
{
    /// <exception cref="ClientAccessException">RegionNotFound, also for one of another partition.</exception>
    public static string Of(string partition, string region, string stackName, string templateUrl) =>
        $"{ConsoleHosts.Of(partition, region, endpoint: null).Console}/cloudformation/home?region={region}#/stacks/create/review?templateURL={Uri.EscapeDataString(templateUrl)}&stackName={stackName}";
}
