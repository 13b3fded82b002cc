using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of ProvisionTargetType in IAM Identity Center (sso-admin).</summary>
public class ProvisionTargetType : ConstantClass
{
    public static readonly ProvisionTargetType AWS_ACCOUNT = new("AWS_ACCOUNT");
    public static readonly ProvisionTargetType ALL_PROVISIONED_ACCOUNTS = new("ALL_PROVISIONED_ACCOUNTS");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ProvisionTargetType(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ProvisionTargetType FindValue(string value) => FindValue<ProvisionTargetType>(value);

    public static implicit operator ProvisionTargetType(string value) => FindValue(value);
}
