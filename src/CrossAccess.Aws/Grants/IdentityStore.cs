using Amazon.IdentityStore;
using Amazon.IdentityStore.Model;

namespace CrossAccess.Aws;

/// <summary>
/// The users and groups behind an Identity Center instance.
/// See <see href="https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/welcome.html"/>.
/// </summary>
internal sealed class IdentityStore(AmazonIdentityStoreClient client, string identityStoreId, AwsCalls calls) : IIdentityStore
{
    private const int PageSize = 100;

    public Task<IReadOnlyList<Principal>> FindGroupsAsync(string displayName, CancellationToken cancellation) =>
        NamedAsync(ReadGroups([new Filter { AttributePath = "DisplayName", AttributeValue = displayName }], cancellation), displayName);

    public Task<IReadOnlyList<Principal>> FindUsersAsync(string userName, CancellationToken cancellation) =>
        NamedAsync(ReadUsers([new Filter { AttributePath = "UserName", AttributeValue = userName }], cancellation), userName);

    public async Task<Principal?> FindUserByEmailAsync(string email, CancellationToken cancellation)
    {
        var request = new GetUserIdRequest
        {
            IdentityStoreId = identityStoreId,
            AlternateIdentifier = new AlternateIdentifier { UniqueAttribute = new UniqueAttribute { AttributePath = "emails.value", AttributeValue = email } },
        };
        GetUserIdResponse? found = await calls.FindAsync("identitystore:GetUserId", () => client.GetUserIdAsync(request, cancellation), cancellation);
        return found?.UserId is { } userId ? await FindByIdAsync(PrincipalType.User, userId, cancellation) : null;
    }

    public IAsyncEnumerable<Principal> ListGroupsAsync(CancellationToken cancellation) => ReadGroups(filters: null, cancellation);

    public IAsyncEnumerable<Principal> ListUsersAsync(CancellationToken cancellation) => ReadUsers(filters: null, cancellation);

    public Task<Principal?> FindByIdAsync(PrincipalType type, string principalId, CancellationToken cancellation) =>
        type == PrincipalType.Group ? FindGroupAsync(principalId, cancellation) : FindUserAsync(principalId, cancellation);

    public Task<IReadOnlyList<string>> ListGroupIdsOfUserAsync(string userId, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (token, stop) =>
        {
            var request = new ListGroupMembershipsForMemberRequest { IdentityStoreId = identityStoreId, MemberId = new MemberId { UserId = userId }, MaxResults = PageSize, NextToken = token };
            ListGroupMembershipsForMemberResponse page = await calls.RunAsync("identitystore:ListGroupMembershipsForMember", () => client.ListGroupMembershipsForMemberAsync(request, stop), stop);
            return (page.GroupMemberships?.Select(membership => membership.GroupId!), page.NextToken);
        },
        cancellation);

    private async Task<Principal?> FindGroupAsync(string groupId, CancellationToken cancellation)
    {
        var request = new DescribeGroupRequest { IdentityStoreId = identityStoreId, GroupId = groupId };
        DescribeGroupResponse? group = await calls.FindAsync("identitystore:DescribeGroup", () => client.DescribeGroupAsync(request, cancellation), cancellation);
        return group is null ? null : GroupOf(group.GroupId, group.DisplayName);
    }

    private async Task<Principal?> FindUserAsync(string userId, CancellationToken cancellation)
    {
        var request = new DescribeUserRequest { IdentityStoreId = identityStoreId, UserId = userId };
        DescribeUserResponse? user = await calls.FindAsync("identitystore:DescribeUser", () => client.DescribeUserAsync(request, cancellation), cancellation);
        return user is null ? null : UserOf(user.UserId, user.UserName, user.UserStatus);
    }

    // AWS advises GetGroupId instead of a filter, which answers one id where two groups may bear the name.
#pragma warning disable CS0618
    private IAsyncEnumerable<Principal> ReadGroups(List<Filter>? filters, CancellationToken cancellation) => Pages.ReadAsync<Principal>(
        async (token, stop) =>
        {
            var request = new ListGroupsRequest { IdentityStoreId = identityStoreId, Filters = filters, MaxResults = PageSize, NextToken = token };
            ListGroupsResponse page = await calls.RunAsync("identitystore:ListGroups", () => client.ListGroupsAsync(request, stop), stop);
            return (page.Groups?.Select(group => GroupOf(group.GroupId, group.DisplayName)), page.NextToken);
        },
        cancellation);

    private IAsyncEnumerable<Principal> ReadUsers(List<Filter>? filters, CancellationToken cancellation) => Pages.ReadAsync<Principal>(
        async (token, stop) =>
        {
            var request = new ListUsersRequest { IdentityStoreId = identityStoreId, Filters = filters, MaxResults = PageSize, NextToken = token };
            ListUsersResponse page = await calls.RunAsync("identitystore:ListUsers", () => client.ListUsersAsync(request, stop), stop);
            return (page.Users?.Select(user => UserOf(user.UserId, user.UserName, user.UserStatus)), page.NextToken);
        },
        cancellation);
#pragma warning restore CS0618

    // A grant goes by this name, so a server's looser idea of equality is not taken over.
    private static async Task<IReadOnlyList<Principal>> NamedAsync(IAsyncEnumerable<Principal> principals, string name)
    {
        var named = new List<Principal>();
        await foreach (Principal principal in principals)
        {
            if (principal.Name == name) named.Add(principal);
        }

        return named;
    }

    // A group that SCIM or an administrator left unnamed is known by its id alone.
    private static Principal GroupOf(string? id, string? displayName) => new(PrincipalType.Group, id!, displayName ?? id!);

    private static Principal UserOf(string? id, string? userName, UserStatus? status) =>
        new(PrincipalType.User, id!, userName ?? id!) { IsDisabled = status == UserStatus.DISABLED };
}
