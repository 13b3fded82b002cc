using Amazon.Runtime;

namespace Amazon.SSOOIDC;

/// <summary>Values of InvalidRequestExceptionReason in the OIDC sign-in service of IAM Identity Center.</summary>
public class InvalidRequestExceptionReason : ConstantClass
{
    public static readonly InvalidRequestExceptionReason KMS_NotFoundException = new("KMS_NotFoundException");
    public static readonly InvalidRequestExceptionReason KMS_InvalidKeyUsageException = new("KMS_InvalidKeyUsageException");
    public static readonly InvalidRequestExceptionReason KMS_InvalidStateException = new("KMS_InvalidStateException");
    public static readonly InvalidRequestExceptionReason KMS_DisabledException = new("KMS_DisabledException");

    /// <summary>A value by its AWS name; one that AWS adds later need not be listed above.</summary>
    public InvalidRequestExceptionReason(string value) : base(value)
    {
    }

    /// <summary>The listed value of that name, or a new one.</summary>
    public static InvalidRequestExceptionReason FindValue(string value) => FindValue<InvalidRequestExceptionReason>(value);

    public static implicit operator InvalidRequestExceptionReason(string value) => FindValue(value);
}
