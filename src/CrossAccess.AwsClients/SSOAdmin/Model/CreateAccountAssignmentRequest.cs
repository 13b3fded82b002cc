namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the CreateAccountAssignment operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html"/>.</summary>
public class CreateAccountAssignmentRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>Required. 12 characters. Pattern: <c>\d{12}</c>.</summary>
    public string? TargetId { get; set; }

    /// <summary>Required.</summary>
    public TargetType? TargetType { get; set; }

    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public string? PermissionSetArn { get; set; }

    /// <summary>Required.</summary>
    public PrincipalType? PrincipalType { get; set; }

    /// <summary>Required. 1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? PrincipalId { get; set; }
}
