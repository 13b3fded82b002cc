namespace CrossAccess.Sandbox.Signing;

/// <summary>The one Region that requests to a global service are signed for (https://docs.aws.amazon.com/general/latest/gr/iam-service.html, …/ao.html).</summary>
internal static class GlobalRegions
{
    /// <summary>The Region, or null for a regional service.</summary>
    public static string? Find(string signingName, string partition) => (signingName, partition) switch
    {
        ("iam", "aws-cn") => "cn-north-1",
        ("organizations", "aws-cn") => "cn-northwest-1",
        ("iam" or "organizations", "aws-us-gov") => "us-gov-west-1",
        ("iam" or "organizations", "aws-eusc") => "eusc-de-east-1",
        ("iam" or "organizations", _) => "us-east-1",
        _ => null,
    };
}
