namespace CrossAccess;

/// <summary>What becomes of a file of profiles.</summary>
internal sealed record ProfileChange
{
    /// <summary>The whole file as it shall be; null where it is so already.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The profiles that the command is about, in the order in which they were asked for; those that go come last.</summary>
    public required IReadOnlyList<ClientProfile> Profiles { get; init; }

    /// <summary>What is done, as a verb phrase.</summary>
    public required string Action { get; init; }

    /// <summary>The lines that change, with those that they stand among.</summary>
    public required string Difference { get; init; }

    /// <summary>The roles that get no profile, which is an error; what profile they had stays.</summary>
    public required IReadOnlyList<(ProfileKey Role, ClientAccessException Reason)> Refused { get; init; }

    /// <summary>The roles that the tool could not enter, and why.</summary>
    public required IReadOnlyList<(ProfileKey Role, string Reason)> LeftOut { get; init; }

    /// <summary>Whether a profile enters its role under a name that the tool makes up.</summary>
    public bool HasNameless { get; init; }

    /// <summary>The profiles as they would be.</summary>
    public IEnumerable<ClientProfile> Planned => Profiles.Select(profile => profile.Status == ChangeStatus.Unchanged ? profile : profile with { Status = ChangeStatus.Planned });
}
