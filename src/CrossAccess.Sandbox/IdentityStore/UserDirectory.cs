using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.IdentityStore;

/// <summary>The users and groups of the identity store.</summary>
internal sealed class UserDirectory
{
    private readonly Dictionary<string, SandboxUser> _users = [];
    private readonly Dictionary<string, SandboxUser> _usersByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Group> _groups = [];

    public string Id { get; init; } = "d-" + RandomNames.HexDigits(10);
    public IReadOnlyCollection<SandboxUser> Users => _users.Values;
    public IReadOnlyCollection<Group> Groups => _groups.Values;

    public SandboxUser AddUser(string userName, string? email, string? displayName)
    {
        if (_usersByName.ContainsKey(userName))
            throw new ArgumentException($"There is a user {userName} already.", nameof(userName));
        SandboxUser user = new(NewId(), userName, email ?? $"{userName}@example.com", displayName ?? char.ToUpperInvariant(userName[0]) + userName[1..]);
        Add(user);
        return user;
    }

    public Group AddGroup(string displayName)
    {
        Group group = new(NewId(), displayName);
        Add(group);
        return group;
    }

    public void Add(SandboxUser user)
    {
        _users.Add(user.UserId, user);
        _usersByName.Add(user.UserName, user);
    }

    public void Add(Group group) => _groups.Add(group.Id, group);

    public void Replace(SandboxUser user)
    {
        _users[user.UserId] = user;
        _usersByName[user.UserName] = user;
    }

    public void Remove(SandboxUser user)
    {
        _users.Remove(user.UserId);
        _usersByName.Remove(user.UserName);
        foreach (Group group in _groups.Values)
            group.MembershipIds.Remove(user.UserId);
    }

    public void Remove(Group group) => _groups.Remove(group.Id);

    public SandboxUser? FindUser(string id) => _users.GetValueOrDefault(id);

    public SandboxUser? FindUserByName(string userName) => _usersByName.GetValueOrDefault(userName);

    public Group? FindGroup(string id) => _groups.GetValueOrDefault(id);

    public IEnumerable<Group> GroupsOf(string userId) => _groups.Values.Where(group => group.MembershipIds.ContainsKey(userId));

    /// <summary>The users behind a principal: the user itself, or the group's members.</summary>
    public IEnumerable<SandboxUser> UsersBehind(string principalType, string principalId)
    {
        IEnumerable<string> ids = principalType == "GROUP" ? FindGroup(principalId)?.MembershipIds.Keys ?? Enumerable.Empty<string>() : [principalId];
        return ids.Select(FindUser).OfType<SandboxUser>();
    }

    public static string NewId() => $"{RandomNames.HexDigits(10)}-{RandomNames.Guid()}";
}
