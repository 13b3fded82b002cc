using System.Management.Automation;
using Amazon;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>The order in which AWS Tools for PowerShell looks for a Region.</summary>
internal static class RegionOrder
{
    public const string Variable = "StoredAWSRegion";

    public static RegionEndpoint Find(object? given, SessionState session)
    {
        string? name = (given is PSObject wrapped ? wrapped.BaseObject : given) as string
            ?? session.PSVariable.GetValue(Variable) as string
            ?? Environment.GetEnvironmentVariable("AWS_REGION")
            ?? throw new InvalidOperationException("No region specified or obtained from persisted/shell defaults.");
        return RegionEndpoint.GetBySystemName(name);
    }
}
