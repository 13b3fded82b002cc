using System.Reflection;
using System.Runtime.Loader;

namespace CrossAccess.Loading;

/// <summary>
/// Keeps our AWS SDK apart from whatever SDK other modules have loaded: every v4 file of it has the same assembly
/// version, so .NET would hand us theirs. Answers for the files of bin/sdk and for nothing else.
/// </summary>
internal sealed class SdkLoadContext : AssemblyLoadContext
{
    private static readonly Assembly Core = typeof(IAwsConnector).Assembly;
    private static readonly string SdkFolder = Path.Combine(Path.GetDirectoryName(typeof(SdkLoadContext).Assembly.Location)!, "sdk");

    public SdkLoadContext()
        : base("CrossAccess")
    {
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Both sides must share the types of Core, or no cast between them succeeds.
        if (assemblyName.Name == Core.GetName().Name) return Core;

        string path = Path.Combine(SdkFolder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
