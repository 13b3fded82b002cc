using Amazon.Runtime;

namespace Amazon.IdentityStore;

/// <summary>Values of ValidationExceptionReason in the identity store of IAM Identity Center.</summary>
public class ValidationExceptionReason : ConstantClass
{
    public static readonly ValidationExceptionReason KMS_INVALID_ARN = new("KMS_INVALID_ARN");
    public static readonly ValidationExceptionReason KMS_INVALID_KEY_USAGE = new("KMS_INVALID_KEY_USAGE");
    public static readonly ValidationExceptionReason KMS_INVALID_STATE = new("KMS_INVALID_STATE");
    public static readonly ValidationExceptionReason KMS_DISABLED = new("KMS_DISABLED");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ValidationExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ValidationExceptionReason FindValue(string value) => FindValue<ValidationExceptionReason>(value);

    public static implicit operator ValidationExceptionReason(string value) => FindValue(value);
}
