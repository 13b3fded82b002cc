namespace CrossAccess;

/// <summary>The role of a client, account and tier whose sessions somebody asks to end.</summary>
internal sealed record SessionRevocationRequest(string Client, string AccountId, string Tier, RemoteCredentials Credentials)
{
    /// <summary>Those whose sessions are the reason: home denies them first, so that none of them comes back.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];
}
