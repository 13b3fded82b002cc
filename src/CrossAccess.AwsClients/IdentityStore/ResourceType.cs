using Amazon.Runtime;

namespace Amazon.IdentityStore;

/// <summary>Values of ResourceType in the identity store of IAM Identity Center.</summary>
public class ResourceType : ConstantClass
{
    public static readonly ResourceType GROUP = new("GROUP");
    public static readonly ResourceType USER = new("USER");
    public static readonly ResourceType IDENTITY_STORE = new("IDENTITY_STORE");
    public static readonly ResourceType GROUP_MEMBERSHIP = new("GROUP_MEMBERSHIP");
    public static readonly ResourceType RESOURCE_POLICY = new("RESOURCE_POLICY");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ResourceType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    public static implicit operator ResourceType(string value) => FindValue(value);
}
