namespace CrossAccess;

/// <summary>Whose way into which role is to be examined.</summary>
internal sealed record ClientAccessQuestion(string Client, string Tier)
{
    /// <summary>An account's id or name; null where the client has one.</summary>
    public string? Account { get; init; }

    /// <summary>The permission set, where client and tier do not name it.</summary>
    public string? PermissionSetName { get; init; }

    public PrincipalType PrincipalType { get; init; } = PrincipalType.User;

    /// <summary>Null: whoever asks.</summary>
    public string? PrincipalName { get; init; }

    public string? HomeProfileName { get; init; }

    public string? SessionName { get; init; }

    /// <summary>How the client's account is read; null: it is not.</summary>
    public RemoteCredentials? Remote { get; init; }
}
