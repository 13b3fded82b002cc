namespace CrossAccess.Module.Tests.Engine;

/// <summary>Something that happens once, to be waited for.</summary>
internal sealed class Signal
{
    // Only a hang takes this long; a test must not hang with it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool HasHappened => _happened.Task.IsCompleted;

    public void Set() => _happened.TrySetResult();

    /// <summary>Waits on a test's thread.</summary>
    public void Wait()
    {
        if (!_happened.Task.Wait(Patience)) throw new TimeoutException("The signal did not come.");
    }

    /// <summary>Waits in work that a cmdlet runs.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _happened.Task.WaitAsync(Patience, cancellation);
}
