namespace CrossAccess;

/// <summary>A permission set of an off-boarded client, recorded or named by the convention.</summary>
/// <param name="State">Null where the recorded set has gone.</param>
internal sealed record OffboardedSet(string Client, string Tier, string Name, PermissionSetState? State)
{
    /// <summary>Who holds it, wherever it stands.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>The deny that an earlier run left in its policy; null: none.</summary>
    public EntryDenial? Denial { get; init; }

    /// <summary>Why it is left alone; null: it is not.</summary>
    public ClientAccessException? Refusal { get; init; }

    public bool IsRemovable => State is not null && Refusal is null;

    /// <summary>The user id of whoever acts through the set and must not be cut off by its own deny; null: nobody does.</summary>
    public string? OperatorIn(CallerIdentity? home) => home?.PermissionSetName == Name ? home.UserId : null;
}
