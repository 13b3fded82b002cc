namespace CrossAccess;

/// <summary>What an import found: a change for each client, and what cannot be had of what was asked for.</summary>
internal sealed record ImportPlan(IReadOnlyList<IChange<IReadOnlyList<ImportedAccess>>> Changes, IReadOnlyList<ImportFailure> Failures)
{
    public int Skipped => Changes.Sum(change => change.Preview.Count(access => access.Status == ChangeStatus.Skipped));
}
