namespace CrossAccess.Sandbox.Portal;

/// <summary>An OIDC client that has registered itself.</summary>
internal sealed record RegisteredClient(string Id, string Secret, DateTimeOffset Expiration, bool MayRefresh);
