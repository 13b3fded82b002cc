namespace CrossAccess;

/// <summary>The line that begins or ends a company's block.</summary>
/// <param name="Checksum">Of what lies between; null for a beginning.</param>
internal sealed record ProfileBlockMarker(bool IsBegin, string Company, string? Checksum);
