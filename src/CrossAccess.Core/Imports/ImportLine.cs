namespace CrossAccess;

/// <summary>One way into an account, to be imported: a permission set and what one resource of its policies lets it assume, or a role alone.</summary>
/// <param name="Set">The set; null for a role that no set names.</param>
/// <param name="Assumable">What the set's policies say; null without a set.</param>
/// <param name="RoleArn">The role; null where the set's policies name a pattern.</param>
internal sealed record ImportLine(FoundPermissionSet? Set, AssumableRole? Assumable, RoleArn? RoleArn)
{
    public string? AccountId => RoleArn?.AccountId ?? Assumable?.AccountId;

    /// <summary>By what the account's roles were read; null where they were not.</summary>
    public RemoteCredentials? Credentials { get; init; }

    public bool IsAccountRead => Credentials is not null;

    /// <summary>The role itself; null where the account was not read, or has no such role.</summary>
    public AccountRole? Role { get; init; }

    /// <summary>Why the account could not be read though credentials of it were named.</summary>
    public string? Unreadable { get; init; }

    public static ImportLine Of(FoundPermissionSet set, AssumableRole assumable) => new(set, assumable, assumable.Role);
}
