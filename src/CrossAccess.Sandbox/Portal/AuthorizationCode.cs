namespace CrossAccess.Sandbox.Portal;

/// <summary>A code that a browser carries to a client, who must prove by the verifier that it was the one who asked (RFC 7636).</summary>
internal sealed class AuthorizationCode(RegisteredClient client, Uri redirectUri, string challenge, SandboxUser user, DateTimeOffset expiration)
{
    public RegisteredClient Client { get; } = client;
    public Uri RedirectUri { get; } = redirectUri;
    public string Challenge { get; } = challenge;
    public SandboxUser User { get; } = user;
    public DateTimeOffset Expiration { get; } = expiration;

    /// <summary>What the code was redeemed for; a second redemption ends it (RFC 6749 §4.1.2).</summary>
    public PortalSession? Redeemed { get; set; }
}
