namespace CrossAccess.Sandbox.State;

/// <summary>A group at rest, with its membership ids by user id.</summary>
internal sealed record SavedGroup(string Id, string DisplayName, IReadOnlyDictionary<string, string> MembershipIds);
