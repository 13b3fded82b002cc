namespace Amazon.IdentityManagement.Model;

/// <summary>The RoleDetail structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html"/>.</summary>
public class RoleDetail
{
    /// <summary>1 to 512 characters. Pattern: <c>(\u002F)|(\u002F[\u0021-\u007E]+\u002F)</c>.</summary>
    public string? Path { get; set; }

    /// <summary>1 to 64 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? RoleName { get; set; }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? RoleId { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    /// <summary>1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? AssumeRolePolicyDocument { get; set; }

    public List<InstanceProfile>? InstanceProfileList { get; set; }

    public List<PolicyDetail>? RolePolicyList { get; set; }

    public List<AttachedPolicyType>? AttachedManagedPolicies { get; set; }

    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }

    /// <summary>At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }

    public RoleLastUsed? RoleLastUsed { get; set; }
}
