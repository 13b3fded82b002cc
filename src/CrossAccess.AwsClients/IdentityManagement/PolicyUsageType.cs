using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of PolicyUsageType in AWS Identity and Access Management.</summary>
public class PolicyUsageType : ConstantClass
{
    public static readonly PolicyUsageType PermissionsPolicy = new("PermissionsPolicy");
    public static readonly PolicyUsageType PermissionsBoundary = new("PermissionsBoundary");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public PolicyUsageType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static PolicyUsageType FindValue(string value) => FindValue<PolicyUsageType>(value);

    public static implicit operator PolicyUsageType(string value) => FindValue(value);
}
