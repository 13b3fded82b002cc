namespace CrossAccess;

/// <summary>An address that signs whoever opens it in to the console as a client's role.</summary>
/// <param name="Destination">The page that it leads to.</param>
/// <param name="Url">A secret: the sign-in itself.</param>
/// <param name="Expiration">When the address stops working, UTC.</param>
internal sealed record ConsoleSignIn(RoleSession Session, string Destination, Uri Url, DateTimeOffset Expiration)
{
    // A record prints its members; the address is a secret.
    public override string ToString() => $"console of {Session}";
}
