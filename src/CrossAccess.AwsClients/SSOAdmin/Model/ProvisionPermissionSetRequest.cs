namespace Amazon.SSOAdmin.Model;

/// <summary>Container for the parameters to the ProvisionPermissionSet operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ProvisionPermissionSet.html"/>.</summary>
public class ProvisionPermissionSetRequest : AmazonSSOAdminRequest
{
    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}</c>.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>Required. 10 to 1,224 characters. Pattern: <c>arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}</c>.</summary>
    public string? PermissionSetArn { get; set; }

    /// <summary>12 characters. Pattern: <c>\d{12}</c>.</summary>
    public string? TargetId { get; set; }

    /// <summary>Required.</summary>
    public ProvisionTargetType? TargetType { get; set; }
}
