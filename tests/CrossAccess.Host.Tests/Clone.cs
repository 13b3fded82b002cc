using System.Reflection;

namespace CrossAccess.Host.Tests;

/// <summary>Where the things under test lie in this clone, as the build has recorded it.</summary>
internal static class Clone
{
    public static string HostAssembly { get; } = Metadata("HostAssembly");

    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Readme { get; } = Path.Combine(Root, "README.md");

    public static string StandIns { get; } = Path.Combine(Path.GetDirectoryName(HostAssembly)!, "CrossAccess.Host.Commands.psm1");

    public static string RehearsalFolder { get; } = Path.Combine(Path.GetDirectoryName(HostAssembly)!, "Rehearsal");

    private static string Metadata(string key) => typeof(Clone).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key)
        .Value!;
}
