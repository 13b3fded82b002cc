using CrossAccess.Sandbox.IdentityCenter;

namespace CrossAccess.Sandbox.State;

/// <summary>A permission set at rest.</summary>
internal sealed record SavedSet(string Name, string Arn, DateTimeOffset CreatedAt)
{
    public string? Description { get; init; }
    public required string SessionDuration { get; init; }
    public string? RelayState { get; init; }
    public required IReadOnlyDictionary<string, string> Tags { get; init; }
    public string? InlinePolicy { get; init; }
    public required IReadOnlyList<string> ManagedPolicies { get; init; }
    public required IReadOnlyList<PolicyReference> CustomerPolicies { get; init; }
    public string? BoundaryArn { get; init; }
    public PolicyReference? BoundaryReference { get; init; }
    public required int Revision { get; init; }
    public required IReadOnlyList<SavedProvisioning> Accounts { get; init; }

    public static SavedSet Of(PermissionSet set) => new(set.Name, set.Arn, set.CreatedAt)
    {
        Description = set.Description,
        SessionDuration = set.SessionDuration,
        RelayState = set.RelayState,
        Tags = set.Tags,
        InlinePolicy = set.InlinePolicy,
        ManagedPolicies = set.ManagedPolicies,
        CustomerPolicies = set.CustomerPolicies,
        BoundaryArn = set.BoundaryArn,
        BoundaryReference = set.BoundaryReference,
        Revision = set.Revision,
        Accounts = [.. set.Accounts.Select(static account => SavedProvisioning.Of(account.Key, account.Value))],
    };

    /// <summary>The set, which stands nowhere yet.</summary>
    public PermissionSet Restore(string instanceArn)
    {
        PermissionSet set = new(instanceArn, Name, CreatedAt)
        {
            Arn = Arn,
            Description = Description,
            SessionDuration = SessionDuration,
            RelayState = RelayState,
            InlinePolicy = InlinePolicy,
            BoundaryArn = BoundaryArn,
            BoundaryReference = BoundaryReference,
            Revision = Revision,
        };
        foreach ((string key, string value) in Tags)
            set.Tags.Add(key, value);
        set.ManagedPolicies.AddRange(ManagedPolicies);
        set.CustomerPolicies.AddRange(CustomerPolicies);
        return set;
    }
}
