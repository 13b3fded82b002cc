using Amazon.Runtime;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>What $StoredAWSCredentials holds. As in AWS Tools for PowerShell, nobody outside can make one or look into it.</summary>
public sealed class ShellCredentials
{
    internal ShellCredentials(AWSCredentials credentials, string source)
    {
        Credentials = credentials;
        Source = source;
    }

    internal AWSCredentials Credentials { get; }

    internal string Source { get; }

    public override string ToString() => Source;
}
