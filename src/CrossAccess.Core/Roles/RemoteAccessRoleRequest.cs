namespace CrossAccess;

/// <summary>A remote access role as it is asked for in one account.</summary>
internal sealed record RemoteAccessRoleRequest(string Client, string AccountId, string Tier, RemoteCredentials Credentials) : RemoteAccessRoleTerms(Client, Tier)
{
    public string? AccountName { get; init; }

    /// <summary>The client's name for people; it stays in the inventory.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Take over a role that is not ours.</summary>
    public bool Adopt { get; init; }
}
