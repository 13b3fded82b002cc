using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of StatusValues in IAM Identity Center (sso-admin).</summary>
public class StatusValues : ConstantClass
{
    public static readonly StatusValues IN_PROGRESS = new("IN_PROGRESS");
    public static readonly StatusValues FAILED = new("FAILED");
    public static readonly StatusValues SUCCEEDED = new("SUCCEEDED");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public StatusValues(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static StatusValues FindValue(string value) => FindValue<StatusValues>(value);

    public static implicit operator StatusValues(string value) => FindValue(value);
}
