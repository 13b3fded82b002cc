namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the GetRolePolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html"/>.</summary>
public class GetRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? PolicyName { get; set; }
}
