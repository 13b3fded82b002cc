namespace Amazon.SSOAdmin.Model;

/// <summary>The PermissionSetProvisioningStatus structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSetProvisioningStatus.html"/>.</summary>
public class PermissionSetProvisioningStatus
{
    public StatusValues? Status { get; set; }

    /// <summary>36 characters. Pattern: <c>\b[0-9a-f]{8}\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\b[0-9a-f]{12}\b</c>.</summary>
    public string? RequestId { get; set; }

    /// <summary>12 characters. Pattern: <c>\d{12}</c>.</summary>
    public string? AccountId { get; set; }

    /// <summary>10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public string? PermissionSetArn { get; set; }

    /// <summary>Pattern: <c>[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*</c>.</summary>
    public string? FailureReason { get; set; }

    public DateTime? CreatedDate { get; set; }
}
