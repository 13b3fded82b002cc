namespace Amazon.SSOAdmin.Model;

/// <summary>The AccountAssignment structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AccountAssignment.html"/>.</summary>
public class AccountAssignment
{
    /// <summary>12 characters. Pattern: <c>\d{12}</c>.</summary>
    public string? AccountId { get; set; }

    /// <summary>10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public string? PermissionSetArn { get; set; }

    public PrincipalType? PrincipalType { get; set; }

    /// <summary>1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? PrincipalId { get; set; }
}
