namespace CrossAccess.Sandbox;

/// <summary>A group of the Sandbox's Identity Center directory, as it was when asked for.</summary>
/// <param name="GroupId">The identity store's id.</param>
/// <param name="DisplayName">The group's name; AWS keeps it unique, a test may make it not so.</param>
/// <param name="Members">The user names of the members.</param>
public sealed record SandboxGroup(string GroupId, string DisplayName, IReadOnlyList<string> Members);
