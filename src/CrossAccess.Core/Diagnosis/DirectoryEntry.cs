namespace CrossAccess;

/// <summary>What the directory says of a name.</summary>
/// <param name="Principal">Null where there is none, or several.</param>
/// <param name="Missing">Why, with near matches.</param>
internal sealed record DirectoryEntry(Principal? Principal, ClientAccessException? Missing);
