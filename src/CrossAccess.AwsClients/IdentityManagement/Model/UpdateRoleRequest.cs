namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the UpdateRole operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html"/>.</summary>
public class UpdateRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>At most 1,000 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*</c>.</summary>
    public string? Description { get; set; }

    /// <summary>From 3,600 to 43,200.</summary>
    public int? MaxSessionDuration { get; set; }
}
