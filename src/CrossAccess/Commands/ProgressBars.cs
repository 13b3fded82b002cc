using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>
/// The progress that one command shows. Workers with the same activity share a bar; a bar keeps its id for the
/// command's life and is completed when the last of its workers ends. Used on the pipeline thread alone.
/// </summary>
internal sealed class ProgressBars
{
    // The console host itself drops updates that come closer together.
    private const int MillisecondsBetweenUpdates = 200;

    private readonly Dictionary<string, int> _ids = [];
    private readonly Dictionary<string, Bar> _shown = [];

    /// <summary>The record to write, or null when the last one for this activity is too recent.</summary>
    public ProgressRecord? Update(object worker, string activity, string status, int? percent)
    {
        long now = Environment.TickCount64;
        if (_shown.TryGetValue(activity, out Bar? bar))
        {
            bar.Workers.Add(worker);
            if (now - bar.WrittenAt < MillisecondsBetweenUpdates) return null;
        }
        else
        {
            bar = new Bar([worker]);
            _shown.Add(activity, bar);
            _ids.TryAdd(activity, _ids.Count + 1);
        }

        bar.WrittenAt = now;
        return new ProgressRecord(_ids[activity], activity, status) { PercentComplete = Math.Clamp(percent ?? -1, -1, 100) };
    }

    /// <summary>The records that complete what only this worker still showed.</summary>
    public IReadOnlyList<ProgressRecord> End(object worker)
    {
        foreach (Bar bar in _shown.Values) bar.Workers.Remove(worker);
        return Complete([.. _shown.Where(shown => shown.Value.Workers.Count == 0).Select(shown => shown.Key)]);
    }

    /// <summary>The records that complete all that is shown; work that goes on shows its progress anew.</summary>
    public IReadOnlyList<ProgressRecord> EndAll() => Complete([.. _shown.Keys]);

    private List<ProgressRecord> Complete(IReadOnlyList<string> activities)
    {
        var records = new List<ProgressRecord>(activities.Count);
        foreach (string activity in activities)
        {
            _shown.Remove(activity);
            records.Add(new ProgressRecord(_ids[activity], activity, "Completed") { RecordType = ProgressRecordType.Completed });
        }

        return records;
    }

    private sealed class Bar(HashSet<object> workers)
    {
        public HashSet<object> Workers { get; } = workers;

        public long WrittenAt { get; set; }
    }
}
