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
        GiveDefaultProfile(SandboxSession.ProfileOf(SandboxSession.Initech));
    }

    internal IReadOnlyList<AnsweredRequest> Requests => _aws.Requests;

    public void Dispose() => _aws.Dispose();

    // As many users have it: keys in the default profile, which AWS Tools takes before a container's credentials.
    private static void GiveDefaultProfile(string profile)
    {
        string path = Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE")!;
        string file = File.ReadAllText(path);
        string keys = file.Split($"[{profile}]")[1].Split('[')[0];
        File.WriteAllText(path, $"{file}\n[default]{keys}\n");
    }
}
