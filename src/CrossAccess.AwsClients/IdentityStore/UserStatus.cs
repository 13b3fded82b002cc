using Amazon.Runtime;

namespace Amazon.IdentityStore;

/// <summary>Values of UserStatus in the identity store of IAM Identity Center.</summary>
public class UserStatus : ConstantClass
{
    public static readonly UserStatus ENABLED = new("ENABLED");
    public static readonly UserStatus DISABLED = new("DISABLED");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public UserStatus(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static UserStatus FindValue(string value) => FindValue<UserStatus>(value);

    public static implicit operator UserStatus(string value) => FindValue(value);
}
