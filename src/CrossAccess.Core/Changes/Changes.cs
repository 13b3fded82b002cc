namespace CrossAccess;

/// <summary>A change seen as one with another result.</summary>
internal static class Changes
{
    public static IChange<TOther> Select<TResult, TOther>(this IChange<TResult> change, Func<TResult, TOther> select) =>
        new PlannedChange<TOther>(change.Target, change.Action, select(change.Preview), async (activity, cancellation) => select(await change.ApplyAsync(activity, cancellation).ConfigureAwait(false)));
}
