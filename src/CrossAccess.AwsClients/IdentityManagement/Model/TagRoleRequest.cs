namespace Amazon.IdentityManagement.Model;

/// <summary>Container for the parameters to the TagRole operation. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html"/>.</summary>
public class TagRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Required. 1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>Required. At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }
}
