namespace CrossAccess;

/// <summary>What Initialize-CrossAccess is given; the rest is discovered.</summary>
internal sealed record InitializationRequest(string Company)
{
    /// <summary>Null: as recorded, else the account of the home credentials.</summary>
    public string? HomeAccountId { get; init; }

    /// <summary>Null: as recorded, else the ambient credentials.</summary>
    public string? AdminProfileName { get; init; }

    /// <summary>Null: as recorded, else the admin account's credentials.</summary>
    public string? HomeProfileName { get; init; }

    public string? InstanceArn { get; init; }

    public string? Region { get; init; }

    public string? StartUrl { get; init; }

    /// <summary>Whether permission sets are to carry the policy crossaccess-deny, which is made in home where it is missing; null: as recorded.</summary>
    public bool? DenyPolicy { get; init; }

    /// <summary>What is not given stays as it was recorded: a run that names one thing changes one thing.</summary>
    public InitializationRequest OrAsRecorded(Inventory recorded) => this with
    {
        // An account that was recorded for another profile says nothing about the one that is named now.
        HomeAccountId = HomeAccountId is { } named ? AccountId.Parse(named) : HomeProfileName is null ? recorded.HomeAccountId : null,
        AdminProfileName = AdminProfileName ?? recorded.AdminProfileName,
        HomeProfileName = HomeProfileName ?? (HomeAccountId is null ? recorded.HomeProfileName : null),
        InstanceArn = InstanceArn ?? recorded.InstanceArn,
        Region = Region ?? recorded.Region,
        StartUrl = StartUrl ?? recorded.StartUrl,
    };
}
