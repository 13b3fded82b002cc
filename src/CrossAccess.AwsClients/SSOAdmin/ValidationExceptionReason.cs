using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of ValidationExceptionReason in IAM Identity Center (sso-admin).</summary>
public class ValidationExceptionReason : ConstantClass
{
    public static readonly ValidationExceptionReason KMS_InvalidKeyUsageException = new("KMS_InvalidKeyUsageException");
    public static readonly ValidationExceptionReason KMS_InvalidStateException = new("KMS_InvalidStateException");
    public static readonly ValidationExceptionReason KMS_DisabledException = new("KMS_DisabledException");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ValidationExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ValidationExceptionReason FindValue(string value) => FindValue<ValidationExceptionReason>(value);

    public static implicit operator ValidationExceptionReason(string value) => FindValue(value);
}
