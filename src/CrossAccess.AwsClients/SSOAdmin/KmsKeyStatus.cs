using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of KmsKeyStatus in IAM Identity Center (sso-admin).</summary>
public class KmsKeyStatus : ConstantClass
{
    public static readonly KmsKeyStatus UPDATING = new("UPDATING");
    public static readonly KmsKeyStatus ENABLED = new("ENABLED");
    public static readonly KmsKeyStatus UPDATE_FAILED = new("UPDATE_FAILED");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public KmsKeyStatus(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static KmsKeyStatus FindValue(string value) => FindValue<KmsKeyStatus>(value);

    public static implicit operator KmsKeyStatus(string value) => FindValue(value);
}
