namespace CrossAccess;

/// <summary>A role of an off-boarded client's account, recorded or named by the convention.</summary>
/// <param name="Record">Null where the inventory does not record it.</param>
internal sealed record OffboardedRole(string Tier, string Name, InventoryRole? Record)
{
    /// <summary>As it was read; null where there is none, or nothing could be read.</summary>
    public IamRole? Found { get; init; }

    public IReadOnlyList<string> AttachedPolicyArns { get; init; } = [];

    public IReadOnlyList<string> InlinePolicyNames { get; init; } = [];

    /// <summary>Whether its tags say that it was made for this provider.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whether we are in the account by this very role.</summary>
    public bool IsActedThrough { get; init; }

    /// <summary>Neither found nor recorded, there is nothing to tell of it.</summary>
    public bool IsOfNote => Found is not null || Record is not null;
}
