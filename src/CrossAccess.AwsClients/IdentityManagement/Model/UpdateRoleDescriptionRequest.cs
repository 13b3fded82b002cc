namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the UpdateRoleDescription operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html"/>.</summary>
public class UpdateRoleDescriptionRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. At most 1,000 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*</c>.</summary>
    public string? Description { get; set; }
}
