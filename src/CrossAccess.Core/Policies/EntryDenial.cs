namespace CrossAccess;

/// <summary>A deny of every entry into a client's accounts by one permission set.</summary>
/// <param name="ExceptUserId">The aws:userid of the one who may still enter, as the operator of an off-boarding; null: nobody may.</param>
internal sealed record EntryDenial(string? ExceptUserId);
