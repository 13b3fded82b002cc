namespace CrossAccess;

/// <summary>
/// Where one run of a client command acts. The target of its errors; piped back into Invoke-ClientCommand, it is run again.
/// </summary>
/// <param name="Client">The client's key.</param>
/// <param name="AccountId">The client's account.</param>
/// <param name="AccountName">The account's short name; null where it has none.</param>
/// <param name="Tier">The tier.</param>
public sealed record ClientCommandTarget(string Client, string AccountId, string? AccountName, string Tier)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Client} {Tier} ({AccountId})";
}
