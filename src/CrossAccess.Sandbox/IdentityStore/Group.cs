namespace CrossAccess.Sandbox.IdentityStore;

/// <summary>A group with its memberships (membership ids by user id).</summary>
internal sealed class Group(string id, string displayName)
{
    public string Id { get; } = id;
    public string DisplayName { get; } = displayName;
    public Dictionary<string, string> MembershipIds { get; } = [];
}
