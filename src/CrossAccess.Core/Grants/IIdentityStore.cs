namespace CrossAccess;

/// <summary>The directory of users and groups behind an Identity Center instance (identitystore). Read only: SCIM may own it.</summary>
internal interface IIdentityStore
{
    /// <summary>Groups whose DisplayName is exactly this.</summary>
    Task<IReadOnlyList<Principal>> FindGroupsAsync(string displayName, CancellationToken cancellation);

    /// <summary>Users whose UserName is exactly this.</summary>
    Task<IReadOnlyList<Principal>> FindUsersAsync(string userName, CancellationToken cancellation);

    /// <summary>The user with this e-mail address; null when there is none.</summary>
    Task<Principal?> FindUserByEmailAsync(string email, CancellationToken cancellation);

    IAsyncEnumerable<Principal> ListGroupsAsync(CancellationToken cancellation);

    IAsyncEnumerable<Principal> ListUsersAsync(CancellationToken cancellation);

    /// <summary>The principal of an id; null when it is gone.</summary>
    Task<Principal?> FindByIdAsync(PrincipalType type, string principalId, CancellationToken cancellation);

    /// <summary>The ids of the groups that a user is in (ListGroupMembershipsForMember). Groups hold no groups.</summary>
    Task<IReadOnlyList<string>> ListGroupIdsOfUserAsync(string userId, CancellationToken cancellation);
}
