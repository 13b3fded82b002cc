namespace Amazon.IdentityStore.Model;

/// <summary>The GroupMembership structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GroupMembership.html"/>.</summary>
public class GroupMembership
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? MembershipId { get; set; }

    /// <summary>1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? GroupId { get; set; }

    public MemberId? MemberId { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public string? UpdatedBy { get; set; }
}
