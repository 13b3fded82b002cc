namespace CrossAccess;

/// <summary>One AWS account of a client.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="AccountName">A short name such as <c>production</c>; null where the client has one account and needs none.</param>
public sealed record ClientAccount(string AccountId, string? AccountName)
{
    /// <inheritdoc/>
    public override string ToString() => AccountName is null ? AccountId : $"{AccountName} ({AccountId})";
}
