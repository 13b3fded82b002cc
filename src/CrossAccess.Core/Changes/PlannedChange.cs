namespace CrossAccess;

/// <summary>A change made of its parts; see <see cref="IChange{TResult}"/>.</summary>
internal sealed record PlannedChange<TResult>(string Target, string? Action, TResult Preview, Func<IActivity, CancellationToken, Task<TResult>> Apply) : IChange<TResult>
{
    public Task<TResult> ApplyAsync(IActivity activity, CancellationToken cancellation) => Apply(activity, cancellation);
}
