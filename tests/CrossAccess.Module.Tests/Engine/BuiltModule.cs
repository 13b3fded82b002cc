using System.Reflection;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>Where the build has laid out what the tests import.</summary>
internal static class BuiltModule
{
    public static string Manifest { get; } = Path.GetFullPath(Metadata("ModuleManifest"));

    public static string Folder { get; } = Path.GetDirectoryName(Manifest)!;

    public static string TestCommands { get; } = Path.GetFullPath(Metadata("TestCommands"));

    public static string CommandSurface { get; } = Path.GetFullPath(Metadata("CommandSurface"));

    private static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
