namespace CrossAccess;

/// <summary>What was found of one link.</summary>
internal sealed record Finding(AccessLink Link, LinkResult Result, string Reason, string? Fix);
