using System.Management.Automation;
using CrossAccess.Loading;

namespace CrossAccess.Commands;

/// <summary>
/// A cmdlet that waits for AWS. Work runs on the thread pool; whatever is written, asked or thrown happens on the
/// pipeline thread, and Ctrl+C ends a wait at once.
/// </summary>
/// <remarks>
/// No member encloses a Write call with a catch: what such a call throws is PowerShell's flow of control (a stopped
/// pipeline, Select-Object -First, -ErrorAction Stop), and to swallow it hangs the pipeline.
/// Work must not read the cmdlet's parameters: they may belong to a later record by then. Copy them first.
/// </remarks>
public abstract class ClientCommand : PSCmdlet, IDisposable
{
    // Work that honours its token ends at once; work that does not must not hold up the prompt.
    private static readonly TimeSpan PatienceWithCancelledWork = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ActivityQueue _queue = new();
    private readonly ProgressBars _progress = new();
    private readonly List<Task> _running = [];
    private ModuleServices? _services;
    private bool _disposed;

    /// <summary>What this invocation works with.</summary>
    private protected ModuleServices Services => _services ??= new ModuleServices();

    /// <summary>Whether -WhatIf or $WhatIfPreference holds for this command.</summary>
    private protected bool IsWhatIf =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? bound)
            ? LanguagePrimitives.IsTrue(bound)
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Runs work and waits for it. False: it failed, and a non-terminating error has been written.</summary>
    /// <param name="target">What the error names as its target: the record's client, never the cmdlet.</param>
    private protected bool TryRun<T>(object? target, Func<IActivity, CancellationToken, Task<T>> work, out T result)
    {
        Task<T> task = StartAndWait(work);
        if (task.IsCompletedSuccessfully)
        {
            result = task.Result;
            return true;
        }

        result = default!;
        Fail(task, target);
        return false;
    }

    /// <summary>Runs work and waits for it; its failure ends the pipeline, because no later record could succeed.</summary>
    private protected T RunOrThrow<T>(object? target, Func<IActivity, CancellationToken, Task<T>> work)
    {
        Task<T> task = StartAndWait(work);
        if (task.IsCompletedSuccessfully) return task.Result;

        CompleteProgress();
        ThrowTerminatingError(ErrorRecords.From(FailureOf(task), target));
        throw new PipelineStoppedException();
    }

    /// <summary>Starts work on the thread pool without waiting for it. It is cancelled with the cmdlet.</summary>
    private protected Task<T> Start<T>(Func<IActivity, CancellationToken, Task<T>> work)
    {
        ThrowIfStopping();
        CancellationToken cancellation = _stopping.Token;
        Task<T> task = Task.Run(() => RunAsync(work, cancellation), CancellationToken.None);
        _ = task.ContinueWith(_ => _queue.Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _running.RemoveAll(earlier => earlier.IsCompleted);
        _running.Add(task);
        return task;
    }

    /// <summary>Repeats <paramref name="isDone"/> whenever there is news, relaying what workers say, until it answers true.</summary>
    /// <remarks>When anything throws meanwhile, all work under way is cancelled: no later record can be written.</remarks>
    private protected void RelayUntil(Func<bool> isDone)
    {
        bool completed = false;
        try
        {
            while (true)
            {
                ThrowIfStopping();
                RelayMessages();
                if (isDone()) break;
                _queue.WaitForNews();
            }

            completed = true;
        }
        finally
        {
            if (!completed) Cancel();
        }
    }

    /// <summary>Has <see cref="RelayUntil"/> look again. To be called by workers.</summary>
    private protected void Wake() => _queue.Wake();

    /// <summary>Writes what workers have said so far.</summary>
    private protected void RelayMessages()
    {
        foreach (Action<ClientCommand> message in _queue.TakeAll()) message(this);
    }

    /// <summary>Writes the non-terminating error of a task that has failed.</summary>
    private protected void Fail(Task task, object? target)
    {
        // -ErrorAction Stop may make this the last thing that we write.
        CompleteProgress();
        WriteError(ErrorRecords.From(FailureOf(task), target));
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        Cancel();
        base.StopProcessing();
    }

    /// <summary>Cancels what still runs. PowerShell calls it however the pipeline ended; EndProcessing it does not always call.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>See <see cref="Dispose()"/>.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed) return;

        Cancel();
        _disposed = true;
        Task ended = Task.WhenAll(_running);
        Task.WaitAny([ended], PatienceWithCancelledWork);
        // A token must outlive whoever still listens to it.
        _ = ended.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    internal void ShowProgress(object worker, string activity, string status, int? percent)
    {
        if (_progress.Update(worker, activity, status, percent) is { } record) WriteProgress(record);
    }

    internal void EndProgress(object worker)
    {
        foreach (ProgressRecord record in _progress.End(worker)) WriteProgress(record);
    }

    private void CompleteProgress()
    {
        foreach (ProgressRecord record in _progress.EndAll()) WriteProgress(record);
    }

    private Task<T> StartAndWait<T>(Func<IActivity, CancellationToken, Task<T>> work)
    {
        Task<T> task = Start(work);
        RelayUntil(() => task.IsCompleted);
        RelayMessages();
        return task;
    }

    private async Task<T> RunAsync<T>(Func<IActivity, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var activity = new QueuedActivity(_queue);
        try
        {
            return await work(activity, cancellation);
        }
        finally
        {
            activity.End();
        }
    }

    private void Forget(Task ended)
    {
        _ = ended.Exception;
        _stopping.Dispose();
    }

    private void Cancel()
    {
        if (_disposed) return;

        // Not Cancel(): that runs the workers' continuations on the thread that wants to stop.
        _ = _stopping.CancelAsync();
        _queue.Wake();
    }

    private void ThrowIfStopping()
    {
        if (_stopping.IsCancellationRequested) throw new PipelineStoppedException();
    }

    private static Exception FailureOf(Task task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
