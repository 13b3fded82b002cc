using System.Runtime.CompilerServices;

namespace CrossAccess.Core.Tests;

/// <summary>A directory in memory.</summary>
internal sealed class FakeIdentityStore(RequestLog log) : IIdentityStore
{
    private readonly List<Principal> _principals = [];
    private readonly Dictionary<string, Principal> _byEmail = [];
    private readonly List<(string GroupId, string UserId)> _members = [];

    public Principal AddGroup(string name, string? id = null) => Add(new Principal(PrincipalType.Group, id ?? $"group-{_principals.Count}", name));

    public Principal AddUser(string name, string? email = null)
    {
        Principal user = Add(new Principal(PrincipalType.User, $"user-{_principals.Count}", name));
        if (email is not null) _byEmail[email] = user;
        return user;
    }

    public void AddMember(Principal group, Principal user) => _members.Add((group.Id, user.Id));

    public IEnumerable<string> GroupIdsOf(string userId) => _members.Where(member => member.UserId == userId).Select(member => member.GroupId);

    /// <summary>Nobody may sign in as the user any more.</summary>
    public void Disable(Principal user) => _principals[_principals.IndexOf(user)] = user with { IsDisabled = true };

    public void Remove(Principal principal) => _principals.Remove(principal);

    public Task<IReadOnlyList<Principal>> FindGroupsAsync(string displayName, CancellationToken cancellation) =>
        FindAsync("identitystore:ListGroups by DisplayName", PrincipalType.Group, displayName, cancellation);

    public Task<IReadOnlyList<Principal>> FindUsersAsync(string userName, CancellationToken cancellation) =>
        FindAsync("identitystore:ListUsers by UserName", PrincipalType.User, userName, cancellation);

    public async Task<Principal?> FindUserByEmailAsync(string email, CancellationToken cancellation)
    {
        await log.SendAsync("identitystore:GetUserId by e-mail", cancellation);
        return _byEmail.GetValueOrDefault(email);
    }

    public IAsyncEnumerable<Principal> ListGroupsAsync(CancellationToken cancellation) => ListAsync(PrincipalType.Group, cancellation);

    public IAsyncEnumerable<Principal> ListUsersAsync(CancellationToken cancellation) => ListAsync(PrincipalType.User, cancellation);

    public async Task<Principal?> FindByIdAsync(PrincipalType type, string principalId, CancellationToken cancellation)
    {
        await log.SendAsync("identitystore:Describe", cancellation);
        return _principals.Find(principal => principal.Type == type && principal.Id == principalId);
    }

    public async Task<IReadOnlyList<string>> ListGroupIdsOfUserAsync(string userId, CancellationToken cancellation)
    {
        await log.SendAsync("identitystore:ListGroupMembershipsForMember", cancellation);
        return [.. GroupIdsOf(userId)];
    }

    private Principal Add(Principal principal)
    {
        _principals.Add(principal);
        return principal;
    }

    private async Task<IReadOnlyList<Principal>> FindAsync(string operation, PrincipalType type, string name, CancellationToken cancellation)
    {
        await log.SendAsync(operation, cancellation);
        return [.. _principals.Where(principal => principal.Type == type && principal.Name == name)];
    }

    private async IAsyncEnumerable<Principal> ListAsync(PrincipalType type, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await log.SendAsync("identitystore:List all", cancellation);
        foreach (Principal principal in _principals.Where(principal => principal.Type == type)) yield return principal;
    }
}
