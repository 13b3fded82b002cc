namespace CrossAccess.Sandbox.Portal;

/// <summary>An OIDC client that has registered itself.</summary>
internal sealed record RegisteredClient(string Id, string Secret, string Name, DateTimeOffset Expiration)
{
    public required IReadOnlyList<string> Scopes { get; init; }
    public required IReadOnlyList<string> GrantTypes { get; init; }
    public required IReadOnlyList<Uri> RedirectUris { get; init; }

    /// <summary>Without the scope of account access there is no refresh token.</summary>
    public bool MayRefresh => GrantTypes.Contains(OAuthGrants.RefreshToken) && Scopes.Contains(OAuthGrants.AccountAccess);

    public override string ToString() => Id;
}
