using Amazon.Runtime;

namespace Amazon.IdentityStore.Model;

/// <summary>What the IsMemberInGroups operation returns.</summary>
public class IsMemberInGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>Required.</summary>
    public List<GroupMembershipExistenceResult>? Results { get; set; }
}
