using System.Collections.Concurrent;

namespace CrossAccess.Core.Tests;

/// <summary>What the work said.</summary>
internal sealed class RecordedActivity : IActivity
{
    public ConcurrentQueue<string> Verbosities { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public Action<string> OnProgress { get; set; } = _ => { };

    public void Verbose(string message) => Verbosities.Enqueue(message);

    public void Warn(string message) => Warnings.Enqueue(message);

    public void Progress(string activity, string status, int? percent = null) => OnProgress(status);
}
