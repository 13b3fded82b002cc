namespace CrossAccess;

/// <summary>A client and its AWS accounts, as the inventory records them.</summary>
/// <param name="Client">The client's key.</param>
/// <param name="DisplayName">A name for people; it never enters an AWS name.</param>
/// <param name="Account">The client's accounts.</param>
/// <param name="Tier">The tiers for which the client has a role or a permission set.</param>
public sealed record CrossAccessClient(string Client, string? DisplayName, IReadOnlyList<ClientAccount> Account, IReadOnlyList<string> Tier)
{
    /// <inheritdoc/>
    public override string ToString() => Client;
}
