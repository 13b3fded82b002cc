using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of RegionStatus in IAM Identity Center (sso-admin).</summary>
public class RegionStatus : ConstantClass
{
    public static readonly RegionStatus ACTIVE = new("ACTIVE");
    public static readonly RegionStatus ADDING = new("ADDING");
    public static readonly RegionStatus REMOVING = new("REMOVING");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public RegionStatus(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static RegionStatus FindValue(string value) => FindValue<RegionStatus>(value);

    public static implicit operator RegionStatus(string value) => FindValue(value);
}
