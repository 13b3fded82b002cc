namespace CrossAccess;

/// <summary>
/// A link that opens the home account's console with a client's permission set, by the access portal. It holds no secret: the
/// portal signs in whoever follows it.
/// </summary>
/// <param name="Client">The client's key.</param>
/// <param name="Tier">The tier.</param>
/// <param name="HomeAccountId">The account whose console it opens.</param>
/// <param name="PermissionSetName">With which permission set.</param>
/// <param name="Destination">The page of the console that it opens; null: what the permission set says, else the console's home.</param>
/// <param name="Url">The link.</param>
public sealed record PortalLink(string Client, string Tier, string HomeAccountId, string PermissionSetName, string? Destination, string Url)
{
    /// <inheritdoc/>
    public override string ToString() => Url;
}
