namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the DeleteRolePermissionsBoundary operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html"/>.</summary>
public class DeleteRolePermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }
}
