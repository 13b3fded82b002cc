using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of ProvisioningStatus in IAM Identity Center (sso-admin).</summary>
public class ProvisioningStatus : ConstantClass
{
    public static readonly ProvisioningStatus LATEST_PERMISSION_SET_PROVISIONED = new("LATEST_PERMISSION_SET_PROVISIONED");
    public static readonly ProvisioningStatus LATEST_PERMISSION_SET_NOT_PROVISIONED = new("LATEST_PERMISSION_SET_NOT_PROVISIONED");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ProvisioningStatus(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ProvisioningStatus FindValue(string value) => FindValue<ProvisioningStatus>(value);

    public static implicit operator ProvisioningStatus(string value) => FindValue(value);
}
