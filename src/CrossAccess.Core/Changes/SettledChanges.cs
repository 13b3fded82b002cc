using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>
/// Keeps rows of one command that change the same thing from acting on each other's stale plans: they take turns, and a
/// plan made before the other's change is made anew.
/// </summary>
internal sealed class SettledChanges
{
    private readonly KeyedLock _turns = new();
    private readonly ConcurrentDictionary<string, int> _changes = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IChange<TResult>> PlanAsync<TResult>(string key, Func<CancellationToken, Task<IChange<TResult>>> plan, CancellationToken cancellation)
    {
        int seen = ChangesOf(key);
        IChange<TResult> planned = await plan(cancellation).ConfigureAwait(false);
        return new PlannedChange<TResult>(planned.Target, planned.Action, planned.Preview, ApplyInTurnAsync);

        async Task<TResult> ApplyInTurnAsync(IActivity activity, CancellationToken token)
        {
            using IDisposable turn = await _turns.EnterAsync(key, token).ConfigureAwait(false);
            IChange<TResult> current = ChangesOf(key) == seen ? planned : await plan(token).ConfigureAwait(false);
            try
            {
                return await current.ApplyAsync(activity, token).ConfigureAwait(false);
            }
            finally
            {
                // A change that failed half-way has changed something too.
                if (current.Action is not null) _changes.AddOrUpdate(key, 1, (_, count) => count + 1);
            }
        }
    }

    private int ChangesOf(string key) => _changes.GetValueOrDefault(key);
}
