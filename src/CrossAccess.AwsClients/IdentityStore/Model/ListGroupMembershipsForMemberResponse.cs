using Amazon.Runtime;

namespace Amazon.IdentityStore.Model;

/// <summary>What the ListGroupMembershipsForMember operation returns.</summary>
public class ListGroupMembershipsForMemberResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public List<GroupMembership>? GroupMemberships { get; set; }

    /// <summary>1 to 65,535 characters. Pattern: <c>[-a-zA-Z0-9+=/:_]*</c>.</summary>
    public string? NextToken { get; set; }
}
