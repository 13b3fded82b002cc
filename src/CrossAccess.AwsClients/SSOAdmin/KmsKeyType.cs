using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of KmsKeyType in IAM Identity Center (sso-admin).</summary>
public class KmsKeyType : ConstantClass
{
    public static readonly KmsKeyType AWS_OWNED_KMS_KEY = new("AWS_OWNED_KMS_KEY");
    public static readonly KmsKeyType CUSTOMER_MANAGED_KEY = new("CUSTOMER_MANAGED_KEY");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public KmsKeyType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static KmsKeyType FindValue(string value) => FindValue<KmsKeyType>(value);

    public static implicit operator KmsKeyType(string value) => FindValue(value);
}
