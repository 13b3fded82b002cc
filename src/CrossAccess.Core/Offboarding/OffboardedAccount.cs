namespace CrossAccess;

/// <summary>An account of an off-boarded client as far as it could be read.</summary>
internal sealed record OffboardedAccount(string Client, string AccountId, RemoteCredentials Credentials, IReadOnlyList<OffboardedRole> Roles)
{
    /// <summary>Whether the inventory records it, or only the command names it.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Null where it could not be reached.</summary>
    public IAwsSession? Session { get; init; }

    /// <summary>Why it could not be reached; null where it was.</summary>
    public ClientAccessException? Unreachable { get; init; }

    /// <summary>The role that an earlier run acted through and shut, so that it refuses us as it should; null: none.</summary>
    public OffboardedRole? Shut { get; init; }

    public bool IsReached => Session is not null;

    public bool ActsThroughOurs => Roles.Any(role => role.IsActedThrough);

    public IEnumerable<OffboardedRole> Removable => Roles.Where(role => role is { Found: not null, IsOurs: true });
}
