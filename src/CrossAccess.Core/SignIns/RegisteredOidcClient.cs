namespace CrossAccess;

/// <summary>This module as Identity Center knows it for one sign-in.</summary>
internal sealed record RegisteredOidcClient(string Id, string Secret, DateTimeOffset? ExpiresAt)
{
    // A record prints its members; one is a secret.
    public override string ToString() => $"client {Id}";
}
