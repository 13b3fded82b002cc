namespace Amazon.IdentityManagement.Model;

/// <summary>The GroupDetail structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html"/>.</summary>
public class GroupDetail
{
    /// <summary>1 to 512 characters. Pattern: <c>(\u002F)|(\u002F[\u0021-\u007E]+\u002F)</c>.</summary>
    public string? Path { get; set; }

    /// <summary>1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? GroupName { get; set; }

    /// <summary>16 to 128 characters. Pattern: <c>[\w]+</c>.</summary>
    public string? GroupId { get; set; }

    /// <summary>20 to 2,048 characters.</summary>
    public string? Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public List<PolicyDetail>? GroupPolicyList { get; set; }

    public List<AttachedPolicyType>? AttachedManagedPolicies { get; set; }
}
