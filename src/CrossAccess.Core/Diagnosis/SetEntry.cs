namespace CrossAccess;

/// <summary>A permission set that stands.</summary>
/// <param name="IsOurs">It was made or adopted by this module for this client.</param>
internal sealed record SetEntry(string Name, bool IsOurs);
