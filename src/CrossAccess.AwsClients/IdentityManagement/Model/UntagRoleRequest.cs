namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the UntagRole operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html"/>.</summary>
public class UntagRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. At most 50 items. Each: 1 to 128 characters. Pattern: <c>[\p{L}\p{Z}\p{N}_.:/=+\-@]+</c>.</summary>
    public List<string>? TagKeys { get; set; }
}
