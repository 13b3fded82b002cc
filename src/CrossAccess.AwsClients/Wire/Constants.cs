using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace CrossAccess.AwsClients.Wire;

/// <summary>Reads enumerated strings into the SDK's constant classes.</summary>
internal static class Constants
{
    private static readonly ConcurrentDictionary<Type, Func<string, ConstantClass>> Finders = new();

    public static bool IsConstant(Type type) => type.IsSubclassOf(typeof(ConstantClass));

    public static ConstantClass Find(Type type, string value) => Finders.GetOrAdd(type, FinderOf)(value);

    private static Func<string, ConstantClass> FinderOf(Type type) =>
        type.GetMethod("FindValue", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!
            .CreateDelegate<Func<string, ConstantClass>>();
}
