using CrossAccess.Sandbox.IdentityStore;

namespace CrossAccess.Sandbox.State;

/// <summary>The identity store at rest.</summary>
internal sealed record SavedDirectory(string Id, IReadOnlyList<SandboxUser> Users, IReadOnlyList<SavedGroup> Groups)
{
    public static SavedDirectory Of(UserDirectory directory) => new(
        directory.Id,
        [.. directory.Users],
        [.. directory.Groups.Select(static group => new SavedGroup(group.Id, group.DisplayName, group.MembershipIds))]);

    public UserDirectory Restore()
    {
        UserDirectory directory = new() { Id = Id };
        foreach (SandboxUser user in Users)
            directory.Add(user);
        foreach (SavedGroup saved in Groups)
        {
            Group group = new(saved.Id, saved.DisplayName);
            foreach ((string userId, string membershipId) in saved.MembershipIds)
                group.MembershipIds.Add(userId, membershipId);
            directory.Add(group);
        }
        return directory;
    }
}
