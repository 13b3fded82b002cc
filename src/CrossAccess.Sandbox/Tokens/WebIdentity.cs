namespace CrossAccess.Sandbox.Tokens;

/// <summary>Whom the identity provider vouches for, and until when.</summary>
internal sealed record WebIdentity(string Subject, string Audience, DateTimeOffset Expiration);
