using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.CloudFormation;

internal static class PhysicalNames
{
    /// <summary>The name that CloudFormation gives to what the template leaves unnamed: stack-resource-SUFFIX, cut to the length.</summary>
    public static string Make(string stack, string logicalId, int length)
    {
        string suffix = RandomNames.Unique("", 12);
        string stem = $"{stack}-{logicalId}";
        return $"{stem[..Math.Min(stem.Length, length - suffix.Length - 1)]}-{suffix}";
    }
}
