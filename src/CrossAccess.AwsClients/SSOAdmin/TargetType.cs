using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of TargetType in IAM Identity Center (sso-admin).</summary>
public class TargetType : ConstantClass
{
    public static readonly TargetType AWS_ACCOUNT = new("AWS_ACCOUNT");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public TargetType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static TargetType FindValue(string value) => FindValue<TargetType>(value);

    public static implicit operator TargetType(string value) => FindValue(value);
}
