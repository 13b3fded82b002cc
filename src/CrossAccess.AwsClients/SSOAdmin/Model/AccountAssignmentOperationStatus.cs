namespace Amazon.SSOAdmin.Model;

/// <summary>The AccountAssignmentOperationStatus structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AccountAssignmentOperationStatus.html"/>.</summary>
public class AccountAssignmentOperationStatus
{
    public StatusValues? Status { get; set; }

    /// <summary>36 characters. Pattern: <c>\b[0-9a-f]{8}\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\b[0-9a-f]{12}\b</c>.</summary>
    public string? RequestId { get; set; }

    /// <summary>Pattern: <c>[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*</c>.</summary>
    public string? FailureReason { get; set; }

    /// <summary>12 characters. Pattern: <c>\d{12}</c>.</summary>
    public string? TargetId { get; set; }

    public TargetType? TargetType { get; set; }

    /// <summary>10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public string? PermissionSetArn { get; set; }

    public PrincipalType? PrincipalType { get; set; }

    /// <summary>1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? PrincipalId { get; set; }

    public DateTime? CreatedDate { get; set; }
}
