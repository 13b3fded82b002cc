namespace CrossAccess;

/// <summary>What an import is told: which of the things in AWS are meant, whose they are, and how to reach the client's account.</summary>
internal sealed record ImportRequest
{
    public static ImportRequest Everything { get; } = new();

    /// <summary>What brings up lines that nobody asked for.</summary>
    public static ImportRequest NotAskedFor { get; } = new() { PermissionSetName = "" };

    /// <summary>A name or wildcard of permission sets; null: any.</summary>
    public string? PermissionSetName { get; init; }

    public string? PermissionSetArn { get; init; }

    public string? RoleArn { get; init; }

    public string? AccountId { get; init; }

    /// <summary>Whose it is, where the request names what is meant; else whose ways in are wanted, as a name or wildcard.</summary>
    public string? Client { get; init; }

    /// <summary>As for <see cref="Client"/>.</summary>
    public string? Tier { get; init; }

    public string? DisplayName { get; init; }

    public string? AccountName { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>Null: clients' accounts are not reached.</summary>
    public RemoteCredentials? Credentials { get; init; }

    /// <summary>Whether it names what is meant, so that Client and Tier say whose that is.</summary>
    public bool NamesThings => (PermissionSetName ?? PermissionSetArn ?? RoleArn ?? AccountId) is not null;

    /// <summary>Whether it says whose that is.</summary>
    public bool SaysWhose => NamesThings && Client is not null;

    /// <summary>Whether it says so of one permission set or role: what stands in the way is an error then, not a reason to skip, and what is odd is adopted with open eyes.</summary>
    public bool IsOutright => SaysWhose && (PermissionSetArn is not null || RoleArn is not null || (PermissionSetName is not null && !PolicyPattern.HasWildcard(PermissionSetName)));

    /// <summary>The one account that is meant; null where it is whatever account there is.</summary>
    public string? NamedAccount => AccountId ?? (CrossAccess.RoleArn.TryParse(RoleArn, out RoleArn? role) ? role.AccountId : null);

    /// <exception cref="ClientAccessException">InvalidArn, InvalidAccountId, InvalidClientName.</exception>
    public ImportRequest Checked(CrossAccessConfiguration configuration)
    {
        if (PermissionSetArn is not null && !configuration.IsOfInstance(PermissionSetArn))
            throw new ClientAccessException(ClientAccessError.InvalidArn, $"'{Printable.Of(PermissionSetArn)}' is not the ARN of a permission set of {configuration.InstanceArn}.");
        if (NamedAccount == configuration.HomeAccountId)
            throw new ClientAccessException(ClientAccessError.InvalidAccountId, $"Account {configuration.HomeAccountId} is your home account; a client's role lies in the client's.");
        return SaysWhose ? this with { Client = ClientName.Parse(Client) } : this;
    }

    public bool IsAbout(ImportLine line) =>
        (PermissionSetArn is null || PermissionSetArn == line.Set?.State.Arn)
        && (PermissionSetName is null || (line.Set is { } set && PolicyPattern.IsMatch(PermissionSetName, set.State.Name, ignoreCase: true)))
        && (AccountId is null || AccountId == line.AccountId)
        && (RoleArn is null || RoleArn == line.RoleArn?.ToString() || (line.RoleArn is null && line.Assumable is { } pattern && (RoleArn == pattern.Resource || pattern.TakesIn(RoleArn))));

    public override string ToString() => string.Join(", ", new[]
    {
        PermissionSetName is null ? null : $"permission set '{Printable.Of(PermissionSetName)}'",
        PermissionSetName is null && PermissionSetArn is not null ? $"permission set {Printable.Of(PermissionSetArn)}" : null,
        RoleArn is null ? null : $"role {Printable.Of(RoleArn)}",
        RoleArn is null && AccountId is not null ? $"account {AccountId}" : null,
    }.OfType<string>());
}
