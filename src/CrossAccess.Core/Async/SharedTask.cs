namespace CrossAccess;

/// <summary>Work that is started once and awaited by many. A failed or cancelled start is tried anew by the next who asks.</summary>
internal sealed class SharedTask<T>
{
    private readonly object _gate = new();
    private Task<T>? _task;

    public Task<T> GetAsync(Func<CancellationToken, Task<T>> start, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_task is null || _task.IsFaulted || _task.IsCanceled) _task = start(cancellation);
            return _task;
        }
    }
}
