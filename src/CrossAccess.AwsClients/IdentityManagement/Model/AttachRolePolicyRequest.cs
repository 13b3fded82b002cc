namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the AttachRolePolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html"/>.</summary>
public class AttachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PolicyArn { get; set; }
}
