namespace CrossAccess.Commands;

/// <summary>What one worker says; see <see cref="ActivityQueue"/>.</summary>
internal sealed class QueuedActivity(ActivityQueue queue) : IActivity
{
    public void Verbose(string message) => queue.Post(command => command.WriteVerbose(message));

    public void Warn(string message) => queue.Post(command => command.WriteWarning(message));

    public void Progress(string activity, string status, int? percent = null) =>
        queue.Post(command => command.ShowProgress(this, activity, status, percent));

    /// <summary>Says that this worker says no more, so that its progress can be taken down.</summary>
    public void End() => queue.Post(command => command.EndProgress(this));
}
