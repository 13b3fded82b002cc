namespace Amazon.IdentityManagement.Model;

/// <summary>The ManagedPolicyDetail structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html"/>.</summary>
public class ManagedPolicyDetail
{
    /// <summary>1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? PolicyName { get; set; }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? PolicyId { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? Arn { get; set; }

    /// <summary>1 to 512 characters. Pattern: <c>((/[A-Za-z0-9\.,\+@=_-]+)*)/</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Pattern: <c>v[1-9][0-9]*(\.[A-Za-z0-9-]*)?</c>.</summary>
    public string? DefaultVersionId { get; set; }

    public int? AttachmentCount { get; set; }

    public int? PermissionsBoundaryUsageCount { get; set; }

    public bool? IsAttachable { get; set; }

    /// <summary>At most 1,000 characters.</summary>
    public string? Description { get; set; }

    public DateTime? CreateDate { get; set; }

    public DateTime? UpdateDate { get; set; }

    public List<PolicyVersion>? PolicyVersionList { get; set; }
}
