namespace Amazon.IdentityManagement.Model;

/// <summary>The UserDetail structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html"/>.</summary>
public class UserDetail
{
    /// <summary>1 to 512 characters. Pattern: <c>(\u002F)|(\u002F[\u0021-\u007E]+\u002F)</c>.</summary>
    public string? Path { get; set; }

    /// <summary>1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? UserName { get; set; }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? UserId { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public List<PolicyDetail>? UserPolicyList { get; set; }

    /// <summary>Each: 1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public List<string>? GroupList { get; set; }

    public List<AttachedPolicyType>? AttachedManagedPolicies { get; set; }

    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }

    /// <summary>At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }
}
