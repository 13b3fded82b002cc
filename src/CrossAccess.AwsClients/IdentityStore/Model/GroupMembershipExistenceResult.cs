namespace Amazon.IdentityStore.Model;

/// <summary>The GroupMembershipExistenceResult structure. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GroupMembershipExistenceResult.html"/>.</summary>
public class GroupMembershipExistenceResult
{
    /// <summary>1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? GroupId { get; set; }

    public MemberId? MemberId { get; set; }

    public bool? MembershipExists { get; set; }
}
