using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Values of PolicyScopeType in AWS Identity and Access Management.</summary>
public class PolicyScopeType : ConstantClass
{
    public static readonly PolicyScopeType All = new("All");
    public static readonly PolicyScopeType AWS = new("AWS");
    public static readonly PolicyScopeType Local = new("Local");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public PolicyScopeType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static PolicyScopeType FindValue(string value) => FindValue<PolicyScopeType>(value);

    public static implicit operator PolicyScopeType(string value) => FindValue(value);
}
