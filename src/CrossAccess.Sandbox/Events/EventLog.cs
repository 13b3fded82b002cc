namespace CrossAccess.Sandbox.Events;

/// <summary>What was answered last, in order; the oldest make room, so that a Sandbox may run for days.</summary>
internal sealed class EventLog
{
    private const int Most = 100_000;
    private readonly Queue<SandboxEvent> _events = [];

    public void Add(SandboxEvent entry)
    {
        lock (_events)
        {
            _events.Enqueue(entry);
            if (_events.Count > Most)
                _events.Dequeue();
        }
    }

    public IReadOnlyList<SandboxEvent> Snapshot()
    {
        lock (_events)
            return [.. _events];
    }

    public void Clear()
    {
        lock (_events)
            _events.Clear();
    }
}
