using System.Collections.Concurrent;

namespace CrossAccess.Core.Tests;

/// <summary>Every request that the fakes were sent, in order, under AWS's own names; any of them can be made to fail or to wait.</summary>
internal sealed class RequestLog
{
    private static readonly string[] WritingVerbs = ["Create", "Update", "Put", "Attach", "Detach", "Delete", "Tag", "Provision"];

    private readonly ConcurrentQueue<string> _sent = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ClientAccessError>> _failures = new();
    private readonly ConcurrentDictionary<string, Task> _holds = new();

    public IReadOnlyList<string> All => [.. _sent];

    public IReadOnlyList<string> Writes => [.. _sent.Where(IsWrite)];

    public int Count(string operation) => _sent.Count(sent => sent == operation);

    public void Clear() => _sent.Clear();

    /// <summary>The next <paramref name="times"/> requests of this operation fail.</summary>
    public void Fail(string operation, ClientAccessError error, int times = 1)
    {
        ConcurrentQueue<ClientAccessError> failures = _failures.GetOrAdd(operation, _ => new ConcurrentQueue<ClientAccessError>());
        for (int i = 0; i < times; i++) failures.Enqueue(error);
    }

    /// <summary>Requests of this operation wait for the task.</summary>
    public void Hold(string operation, Task until) => _holds[operation] = until;

    public async Task SendAsync(string operation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _sent.Enqueue(operation);
        if (_holds.TryGetValue(operation, out Task? hold)) await hold.WaitAsync(cancellation);
        if (_failures.TryGetValue(operation, out ConcurrentQueue<ClientAccessError>? failures) && failures.TryDequeue(out ClientAccessError error))
            throw new ClientAccessException(error, $"{operation} was made to fail.") { Operation = operation };
    }

    private static bool IsWrite(string operation) =>
        Array.Exists(WritingVerbs, verb => operation[(operation.IndexOf(':') + 1)..].StartsWith(verb, StringComparison.Ordinal));
}
