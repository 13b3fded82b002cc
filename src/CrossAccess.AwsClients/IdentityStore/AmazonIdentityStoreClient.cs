using Amazon.Runtime;
using Amazon.IdentityStore.Model;
using CrossAccess.AwsClients.Runtime;

namespace Amazon.IdentityStore;

/// <summary>
/// A client of the identity store of IAM Identity Center. Every call throws <see cref="AmazonIdentityStoreException"/> or a subclass when AWS answers with an error.
/// </summary>
public class AmazonIdentityStoreClient : ServiceClient
{
    public AmazonIdentityStoreClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonIdentityStoreConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityStoreClient(AWSCredentials credentials, AmazonIdentityStoreConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <summary>Calls DescribeUser. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeUser.html"/>.</summary>
    public virtual Task<DescribeUserResponse> DescribeUserAsync(DescribeUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeUserResponse>(request, cancellationToken);

    /// <summary>Calls DescribeGroup. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroup.html"/>.</summary>
    public virtual Task<DescribeGroupResponse> DescribeGroupAsync(DescribeGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeGroupResponse>(request, cancellationToken);

    /// <summary>Calls GetUserId. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GetUserId.html"/>.</summary>
    public virtual Task<GetUserIdResponse> GetUserIdAsync(GetUserIdRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetUserIdResponse>(request, cancellationToken);

    /// <summary>Calls GetGroupId. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GetGroupId.html"/>.</summary>
    public virtual Task<GetGroupIdResponse> GetGroupIdAsync(GetGroupIdRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetGroupIdResponse>(request, cancellationToken);

    /// <summary>Calls ListUsers. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListUsers.html"/>.</summary>
    public virtual Task<ListUsersResponse> ListUsersAsync(ListUsersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListUsersResponse>(request, cancellationToken);

    /// <summary>Calls ListGroups. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroups.html"/>.</summary>
    public virtual Task<ListGroupsResponse> ListGroupsAsync(ListGroupsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListGroupsResponse>(request, cancellationToken);

    /// <summary>Calls ListGroupMemberships. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroupMemberships.html"/>.</summary>
    public virtual Task<ListGroupMembershipsResponse> ListGroupMembershipsAsync(ListGroupMembershipsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListGroupMembershipsResponse>(request, cancellationToken);

    /// <summary>Calls ListGroupMembershipsForMember. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroupMembershipsForMember.html"/>.</summary>
    public virtual Task<ListGroupMembershipsForMemberResponse> ListGroupMembershipsForMemberAsync(ListGroupMembershipsForMemberRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListGroupMembershipsForMemberResponse>(request, cancellationToken);

    /// <summary>Calls IsMemberInGroups. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_IsMemberInGroups.html"/>.</summary>
    public virtual Task<IsMemberInGroupsResponse> IsMemberInGroupsAsync(IsMemberInGroupsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<IsMemberInGroupsResponse>(request, cancellationToken);

    /// <summary>Calls DescribeGroupMembership. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroupMembership.html"/>.</summary>
    public virtual Task<DescribeGroupMembershipResponse> DescribeGroupMembershipAsync(DescribeGroupMembershipRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeGroupMembershipResponse>(request, cancellationToken);

    /// <summary>Calls GetGroupMembershipId. See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GetGroupMembershipId.html"/>.</summary>
    public virtual Task<GetGroupMembershipIdResponse> GetGroupMembershipIdAsync(GetGroupMembershipIdRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetGroupMembershipIdResponse>(request, cancellationToken);
}
