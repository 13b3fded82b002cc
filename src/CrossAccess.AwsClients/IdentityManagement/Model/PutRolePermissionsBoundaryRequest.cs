namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the PutRolePermissionsBoundary operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html"/>.</summary>
public class PutRolePermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. 20 to 2,048 characters.</summary>
    public string? PermissionsBoundary { get; set; }
}
