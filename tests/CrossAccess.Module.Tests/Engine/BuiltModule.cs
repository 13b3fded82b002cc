using System.Reflection;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>Where the build has laid out what the tests import.</summary>
internal static class BuiltModule
{
    public static string Manifest => Path.GetFullPath(Metadata("ModuleManifest"));

    public static string Folder => Path.GetDirectoryName(Manifest)!;

    public static string TestCommands => Path.GetFullPath(Metadata("TestCommands"));

    /// <summary>A shell to run client commands in.</summary>
    public static string HostAssembly => Path.GetFullPath(Metadata("HostAssembly"));

    /// <summary>A shell for client commands that starts fast, and is no PowerShell: it runs native commands.</summary>
    public static string NativeShell => Path.GetFullPath(Metadata("NativeShell"));

    public static string CommandSurface => Path.GetFullPath(Metadata("CommandSurface"));

    private static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
