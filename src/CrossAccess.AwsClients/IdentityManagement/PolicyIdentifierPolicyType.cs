using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of PolicyIdentifierPolicyType in AWS Identity and Access Management.</summary>
public class PolicyIdentifierPolicyType : ConstantClass
{
    public static readonly PolicyIdentifierPolicyType Inline = new("inline");
    public static readonly PolicyIdentifierPolicyType AwsManaged = new("aws-managed");
    public static readonly PolicyIdentifierPolicyType UserManaged = new("user-managed");
    public static readonly PolicyIdentifierPolicyType PermissionBoundary = new("permission-boundary");
    public static readonly PolicyIdentifierPolicyType Scp = new("scp");
    public static readonly PolicyIdentifierPolicyType Rcp = new("rcp");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public PolicyIdentifierPolicyType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static PolicyIdentifierPolicyType FindValue(string value) => FindValue<PolicyIdentifierPolicyType>(value);

    public static implicit operator PolicyIdentifierPolicyType(string value) => FindValue(value);
}
