namespace CrossAccess;

/// <summary>A version of a managed policy.</summary>
/// <param name="Number">The version's number; IAM gives each new one the next, and none twice.</param>
/// <param name="Newest">The number of the newest version, which need not be the one in force.</param>
/// <param name="Document">Its JSON, decoded.</param>
internal sealed record ManagedPolicyVersion(int Number, int Newest, string Document);
