namespace CrossAccess;

/// <summary>The role of a client, account and tier whose sessions somebody asks to end.</summary>
internal sealed record SessionRevocationRequest(string Client, string AccountId, string Tier, RemoteCredentials Credentials);
