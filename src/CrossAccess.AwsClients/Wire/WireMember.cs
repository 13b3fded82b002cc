using System.Reflection;

namespace CrossAccess.AwsClients.Wire;

/// <summary>One member of a request, response or structure as it appears on the wire.</summary>
internal sealed record WireMember(PropertyInfo Property, string Name, WireLocation Location)
{
    public Type Type { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    public object? Get(object owner) => Property.GetValue(owner);

    public void Set(object owner, object? value) => Property.SetValue(owner, value);
}
