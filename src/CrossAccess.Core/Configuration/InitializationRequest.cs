namespace CrossAccess;

/// <summary>What Initialize-CrossAccess is given; the rest is discovered.</summary>
internal sealed record InitializationRequest(string Company)
{
    /// <summary>Null: the account of the home credentials.</summary>
    public string? HomeAccountId { get; init; }

    /// <summary>Null: the ambient credentials.</summary>
    public string? AdminProfileName { get; init; }

    /// <summary>Null: the admin account's credentials.</summary>
    public string? HomeProfileName { get; init; }

    public string? InstanceArn { get; init; }

    public string? Region { get; init; }

    public string? StartUrl { get; init; }
}
