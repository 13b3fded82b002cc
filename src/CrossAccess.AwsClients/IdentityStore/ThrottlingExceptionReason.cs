using Amazon.Runtime;

namespace Amazon.IdentityStore;

/// <summary>Values of ThrottlingExceptionReason in the identity store of IAM Identity Center.</summary>
public class ThrottlingExceptionReason : ConstantClass
{
    public static readonly ThrottlingExceptionReason KMS_THROTTLING = new("KMS_THROTTLING");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ThrottlingExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ThrottlingExceptionReason FindValue(string value) => FindValue<ThrottlingExceptionReason>(value);

    public static implicit operator ThrottlingExceptionReason(string value) => FindValue(value);
}
