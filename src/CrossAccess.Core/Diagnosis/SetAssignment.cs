namespace CrossAccess;

/// <summary>Who has a permission set on the home account.</summary>
/// <param name="IsAssigned">The principal in question has it, directly or by a group.</param>
/// <param name="Group">The group by which a user has it; null where directly.</param>
/// <param name="Assigned">How many users and groups have it.</param>
internal sealed record SetAssignment(bool IsAssigned, string? Group, int Assigned);
