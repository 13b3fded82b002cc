using System.Globalization;

namespace CrossAccess.Aws;

/// <summary>What a request to STS needs when a profile does not say it.</summary>
internal static class RoleRegion
{
    /// <summary>The profile's Region, else the connection's, else the one that serves the role's partition.</summary>
    public static string Of(AwsSettings settings, AwsProfile? profile, string roleArn) =>
        settings.Region ?? profile?.Region ?? AwsRegions.GlobalOf(RoleArn.TryParse(roleArn, out RoleArn? role) ? role.Partition : "aws");

    public static string NewSessionName(TimeProvider time) =>
        string.Create(CultureInfo.InvariantCulture, $"crossaccess-{time.GetUtcNow().ToUnixTimeSeconds()}");
}
