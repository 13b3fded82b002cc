using CrossAccess.AwsTools.Tests;
using CrossAccess.Module.Tests.Engine;

[assembly: AssemblyFixture(typeof(Accounts))]

namespace CrossAccess.AwsTools.Tests;

/// <summary>
/// One Sandbox for all tests: the AWS SDK keeps the path of the configuration files that it has read first. The
/// environment leads to the home account, and ana may enter AbcCorp and Globex.
/// </summary>
public sealed class Accounts : IDisposable
{
    private readonly SandboxSession _aws = new();

    public Accounts()
    {
        _aws.Onboard();
        _aws.Onboard("Globex", SandboxSession.Globex);
        Environment.SetEnvironmentVariable("AWS_PROFILE", "sandbox-home");
    }

    internal IReadOnlyList<AnsweredRequest> Requests => _aws.Requests;

    public void Dispose() => _aws.Dispose();
}
