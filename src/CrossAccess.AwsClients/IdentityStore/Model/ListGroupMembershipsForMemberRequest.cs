namespace Amazon.IdentityStore.Model;

/// <summary>Container for the parameters to the ListGroupMembershipsForMember operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroupMembershipsForMember.html"/>.</summary>
public class ListGroupMembershipsForMemberRequest : AmazonIdentityStoreRequest
{
    /// <summary>Required. 1 to 36 characters. Pattern: <c>d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}</c>.</summary>
    public string? IdentityStoreId { get; set; }

    /// <summary>Required.</summary>
    public MemberId? MemberId { get; set; }

    /// <summary>From 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>1 to 65,535 characters. Pattern: <c>[-a-zA-Z0-9+=/:_]*</c>.</summary>
    public string? NextToken { get; set; }
}
