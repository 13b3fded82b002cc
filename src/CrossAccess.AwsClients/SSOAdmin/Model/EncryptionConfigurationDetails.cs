namespace Amazon.SSOAdmin.Model;

/// <summary>The EncryptionConfigurationDetails structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_EncryptionConfigurationDetails.html"/>.</summary>
public class EncryptionConfigurationDetails
{
    public KmsKeyType? KeyType { get; set; }

    /// <summary>20 to 2,048 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:kms:([a-z]{2,}(-[a-z0-9]+)+){1}:[0-9]{12}:key/(mrk-[a-f0-9]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})</c>.</summary>
    public string? KmsKeyArn { get; set; }

    public KmsKeyStatus? EncryptionStatus { get; set; }

    /// <summary>Pattern: <c>[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*</c>.</summary>
    public string? EncryptionStatusReason { get; set; }
}
