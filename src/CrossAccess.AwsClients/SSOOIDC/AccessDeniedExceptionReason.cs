using Amazon.Runtime;

namespace Amazon.SSOOIDC;

/// <summary>Values of AccessDeniedExceptionReason in the OIDC sign-in service of IAM Identity Center.</summary>
public class AccessDeniedExceptionReason : ConstantClass
{
    public static readonly AccessDeniedExceptionReason KMS_AccessDeniedException = new("KMS_AccessDeniedException");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public AccessDeniedExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static AccessDeniedExceptionReason FindValue(string value) => FindValue<AccessDeniedExceptionReason>(value);

    public static implicit operator AccessDeniedExceptionReason(string value) => FindValue(value);
}
