namespace CrossAccess.Aws;

/// <summary>A request that failed: what was tried, with which credentials, in which account where it is known.</summary>
internal sealed record FailedCall(string Operation, string Source, string? AccountId, string? About)
{
    public override string ToString()
    {
        string about = About is null ? "" : $" ({About})";
        string account = AccountId is null ? "" : $" in account {AccountId}";
        return $"{Operation}{about}{account} with {Source}";
    }
}
