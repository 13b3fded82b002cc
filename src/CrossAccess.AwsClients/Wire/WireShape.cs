using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace CrossAccess.AwsClients.Wire;

/// <summary>The members that a model type puts on the wire, read from its properties once.</summary>
internal static class WireShape
{
    private static readonly ConcurrentDictionary<Type, WireMember[]> Known = new();

    public static IReadOnlyList<WireMember> MembersOf(Type type) => Known.GetOrAdd(type, Read);

    /// <summary>Whether the type is one of ours, so that its properties are members and not the runtime's own.</summary>
    private static bool IsModelType(Type type) => type.Assembly == typeof(WireShape).Assembly;

    private static WireMember[] Read(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => IsModelType(property.DeclaringType!) && IsMember(property))
            .Select(Describe)];

    // RetryableDetails is how an exception tells the runtime, not the wire, that it may be tried again.
    private static bool IsMember(PropertyInfo property) =>
        property.CanWrite && property.PropertyType != typeof(RetryableDetails);

    private static WireMember Describe(PropertyInfo property)
    {
        var wire = property.GetCustomAttribute<WireAttribute>();
        return new WireMember(property, wire?.Name ?? property.Name, wire?.Location ?? WireLocation.Body);
    }
}
