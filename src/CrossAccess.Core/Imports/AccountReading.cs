namespace CrossAccess;

/// <summary>A client's account as an import could read it.</summary>
/// <param name="Request">What was asked for, and by which credentials.</param>
/// <param name="Roles">Its roles; null where they could not be read.</param>
/// <param name="Failure">Why not.</param>
internal sealed record AccountReading(ImportRequest Request, AccountRoles? Roles, ClientAccessException? Failure);
