using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of EntityType in AWS Identity and Access Management.</summary>
public class EntityType : ConstantClass
{
    public static readonly EntityType User = new("User");
    public static readonly EntityType Role = new("Role");
    public static readonly EntityType Group = new("Group");
    public static readonly EntityType LocalManagedPolicy = new("LocalManagedPolicy");
    public static readonly EntityType AWSManagedPolicy = new("AWSManagedPolicy");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public EntityType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static EntityType FindValue(string value) => FindValue<EntityType>(value);

    public static implicit operator EntityType(string value) => FindValue(value);
}
