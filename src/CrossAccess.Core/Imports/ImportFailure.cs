namespace CrossAccess;

/// <summary>Something that was asked for and cannot be had.</summary>
/// <param name="Target">What an error names as its target: the client, or what was asked for.</param>
/// <param name="Cause">Why.</param>
internal sealed record ImportFailure(string? Target, ClientAccessException Cause);
