using CrossAccess.Sandbox.IdentityStore;

namespace CrossAccess.Sandbox;

// Changing users and groups as an external directory does through SCIM.
public sealed partial class CrossAccessSandbox
{
    /// <summary>Adds a user, as SCIM would; one that returns has a new id.</summary>
    /// <exception cref="ArgumentException">There is a user of that name.</exception>
    public SandboxUser AddUser(string userName, string? email = null, string? displayName = null)
        => Locked(() => _directory.AddUser(userName, email, displayName));

    /// <summary>Removes a user; its assignments stay behind without anyone in them, as they do in AWS.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public void RemoveUser(string userName) => Locked(() =>
    {
        SandboxUser user = FindUser(userName);
        string[] principals = [user.UserId, .. _directory.GroupsOf(user.UserId).Select(static group => group.Id)];
        _directory.Remove(user);
        _sessionProfiles.Refresh(user, principals);
        return true;
    });

    /// <summary>Disables a user: nobody signs in as that user any more, and who is signed in gets sessions for an hour yet. Sessions that are open run to their end.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public void DisableUser(string userName) => Locked(() =>
    {
        _directory.Replace(FindUser(userName) with { DisabledAt = Now });
        return true;
    });

    /// <summary>Enables a user again.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public void EnableUser(string userName) => Locked(() =>
    {
        _directory.Replace(FindUser(userName) with { DisabledAt = null });
        return true;
    });

    /// <summary>Adds a group; a name that is taken is taken twice then, which AWS would not allow.</summary>
    /// <exception cref="InvalidOperationException">A member is not a user.</exception>
    public SandboxGroup AddGroup(string displayName, params string[] members) => Locked(() => Show(NewGroup(displayName, members)));

    /// <summary>Removes a group by its id.</summary>
    /// <exception cref="InvalidOperationException">There is no such group.</exception>
    public void RemoveGroup(string groupId) => Locked(() =>
    {
        Group group = FindGroup(groupId);
        List<SandboxUser> members = [.. _directory.UsersBehind("GROUP", groupId)];
        _directory.Remove(group);
        foreach (SandboxUser member in members)
            _sessionProfiles.Refresh(member, [groupId]);
        return true;
    });

    /// <summary>Puts a user into a group.</summary>
    /// <exception cref="InvalidOperationException">There is no such group or user.</exception>
    public void AddMember(string groupId, string userName) => Locked(() =>
    {
        SandboxUser user = FindUser(userName);
        FindGroup(groupId).MembershipIds.TryAdd(user.UserId, UserDirectory.NewId());
        _sessionProfiles.Refresh(user, [groupId]);
        return true;
    });

    /// <summary>Takes a user out of a group.</summary>
    /// <exception cref="InvalidOperationException">There is no such group or user.</exception>
    public void RemoveMember(string groupId, string userName) => Locked(() =>
    {
        SandboxUser user = FindUser(userName);
        FindGroup(groupId).MembershipIds.Remove(user.UserId);
        _sessionProfiles.Refresh(user, [groupId]);
        return true;
    });

    private void FillDirectory(SandboxOptions options)
    {
        foreach (string user in options.Users.Where(user => _directory.FindUserByName(user) is null))
            _directory.AddUser(user, null, null);
        HashSet<string> standing = [.. _directory.Groups.Select(static group => group.DisplayName)];
        foreach ((string name, IReadOnlyList<string> members) in options.Groups.Where(group => !standing.Contains(group.Key)))
            NewGroup(name, members);
    }

    private Group NewGroup(string displayName, IReadOnlyList<string> members)
    {
        SandboxUser[] users = [.. members.Select(FindUser)];
        Group group = _directory.AddGroup(displayName);
        foreach (SandboxUser user in users)
            group.MembershipIds.Add(user.UserId, UserDirectory.NewId());
        return group;
    }

    private SandboxUser FindUser(string userName)
        => _directory.FindUserByName(userName) ?? throw new InvalidOperationException($"The Sandbox has no user {userName}.");

    private Group FindGroup(string groupId)
        => _directory.FindGroup(groupId) ?? throw new InvalidOperationException($"The Sandbox has no group {groupId}.");

    private SandboxGroup Show(Group group)
        => new(group.Id, group.DisplayName, [.. _directory.UsersBehind("GROUP", group.Id).Select(static user => user.UserName)]);
}
