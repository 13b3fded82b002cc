namespace Amazon.IdentityStore.Model;

/// <summary>Container for the parameters to the GetGroupMembershipId operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GetGroupMembershipId.html"/>.</summary>
public class GetGroupMembershipIdRequest : AmazonIdentityStoreRequest
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>Required. 1 to 47 characters. Pattern: <c>([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}</c>.</summary>
    public string? GroupId { get; set; }

    /// <summary>Required.</summary>
    public MemberId? MemberId { get; set; }
}
