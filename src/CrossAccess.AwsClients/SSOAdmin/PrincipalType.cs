using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of PrincipalType in IAM Identity Center (sso-admin).</summary>
public class PrincipalType : ConstantClass
{
    public static readonly PrincipalType USER = new("USER");
    public static readonly PrincipalType GROUP = new("GROUP");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public PrincipalType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static PrincipalType FindValue(string value) => FindValue<PrincipalType>(value);

    public static implicit operator PrincipalType(string value) => FindValue(value);
}
