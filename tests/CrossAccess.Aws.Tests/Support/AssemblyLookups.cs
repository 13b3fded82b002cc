using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CrossAccess.Aws.Tests.Support;

/// <summary>Keeps the name of every assembly that the process looks for and does not find.</summary>
internal static class AssemblyLookups
{
    private static readonly ConcurrentQueue<string> Names = new();

    public static IReadOnlyCollection<string> Missed => Names;

    [ModuleInitializer]
    internal static void Listen() => AppDomain.CurrentDomain.AssemblyResolve += (_, lookup) =>
    {
        Names.Enqueue(lookup.Name);
        return null;
    };
}
