using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of InstanceStatus in IAM Identity Center (sso-admin).</summary>
public class InstanceStatus : ConstantClass
{
    public static readonly InstanceStatus CREATE_IN_PROGRESS = new("CREATE_IN_PROGRESS");
    public static readonly InstanceStatus CREATE_FAILED = new("CREATE_FAILED");
    public static readonly InstanceStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");
    public static readonly InstanceStatus ACTIVE = new("ACTIVE");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public InstanceStatus(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static InstanceStatus FindValue(string value) => FindValue<InstanceStatus>(value);

    public static implicit operator InstanceStatus(string value) => FindValue(value);
}
