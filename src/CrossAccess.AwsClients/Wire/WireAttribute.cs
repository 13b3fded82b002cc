namespace CrossAccess.AwsClients.Wire;

/// <summary>What a member is called on the wire where that is not its property's name, and where it travels.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireAttribute(string name, WireLocation location = WireLocation.Body) : Attribute
{
    public string Name { get; } = name;

    public WireLocation Location { get; } = location;
}
