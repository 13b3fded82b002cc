using Amazon.Runtime;

namespace Amazon.SSOAdmin;

/// <summary>Values of ResourceNotFoundExceptionReason in IAM Identity Center (sso-admin).</summary>
public class ResourceNotFoundExceptionReason : ConstantClass
{
    public static readonly ResourceNotFoundExceptionReason KMS_NotFoundException = new("KMS_NotFoundException");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public ResourceNotFoundExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static ResourceNotFoundExceptionReason FindValue(string value) => FindValue<ResourceNotFoundExceptionReason>(value);

    public static implicit operator ResourceNotFoundExceptionReason(string value) => FindValue(value);
}
