namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the GetRole operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html"/>.</summary>
public class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }
}
