using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of ThrottlingExceptionReason in IAM Identity Center (sso-admin).</summary>
public class ThrottlingExceptionReason : ConstantClass
{
    public static readonly ThrottlingExceptionReason KMS_ThrottlingException = new("KMS_ThrottlingException");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ThrottlingExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ThrottlingExceptionReason FindValue(string value) => FindValue<ThrottlingExceptionReason>(value);

    public static implicit operator ThrottlingExceptionReason(string value) => FindValue(value);
}
