using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of PolicySourceType in AWS Identity and Access Management.</summary>
public class PolicySourceType : ConstantClass
{
    public static readonly PolicySourceType User = new("user");
    public static readonly PolicySourceType Group = new("group");
    public static readonly PolicySourceType Role = new("role");
    public static readonly PolicySourceType AwsManaged = new("aws-managed");
    public static readonly PolicySourceType UserManaged = new("user-managed");
    public static readonly PolicySourceType Resource = new("resource");
    public static readonly PolicySourceType None = new("none");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public PolicySourceType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static PolicySourceType FindValue(string value) => FindValue<PolicySourceType>(value);

    public static implicit operator PolicySourceType(string value) => FindValue(value);
}
