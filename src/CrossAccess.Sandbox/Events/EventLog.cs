namespace CrossAccess.Sandbox.Events;

/// <summary>What was answered, in order.</summary>
internal sealed class EventLog
{
    private readonly List<SandboxEvent> _events = [];

    public void Add(SandboxEvent entry)
    {
        lock (_events)
            _events.Add(entry);
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
