namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the UpdateAssumeRolePolicy operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html"/>.</summary>
public class UpdateAssumeRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. 1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? PolicyDocument { get; set; }
}
