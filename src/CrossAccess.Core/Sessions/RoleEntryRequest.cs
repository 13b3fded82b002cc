namespace CrossAccess;

/// <summary>A client's role as somebody asks to enter it.</summary>
internal sealed record RoleEntryRequest(string Client, string Tier)
{
    /// <summary>An account's id or name; null where the client has one.</summary>
    public string? Account { get; init; }

    public string? HomeProfileName { get; init; }

    /// <summary>The sign-in to enter from; null: the one to the inventory's Identity Center, or the only one.</summary>
    public string? SessionName { get; init; }

    public string? Region { get; init; }

    public TimeSpan? Duration { get; init; }

    public string? Reason { get; init; }

    /// <summary>Ask AWS even where this process holds the session already.</summary>
    public bool NoCache { get; init; }
}
