using Amazon.Runtime;

namespace Amazon.IdentityStore;

/// <summary>Values of ResourceNotFoundExceptionReason in the identity store of IAM Identity Center.</summary>
public class ResourceNotFoundExceptionReason : ConstantClass
{
    public static readonly ResourceNotFoundExceptionReason KMS_KEY_NOT_FOUND = new("KMS_KEY_NOT_FOUND");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ResourceNotFoundExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ResourceNotFoundExceptionReason FindValue(string value) => FindValue<ResourceNotFoundExceptionReason>(value);

    public static implicit operator ResourceNotFoundExceptionReason(string value) => FindValue(value);
}
