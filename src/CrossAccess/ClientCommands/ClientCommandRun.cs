using System.Collections.Concurrent;
using CrossAccess.Commands;

namespace CrossAccess.ClientCommands;

/// <summary>One target of a client command: its work, and what that wants written until the pipeline thread writes it.</summary>
/// <param name="wake">Tells the pipeline thread that there is something to write.</param>
#pragma warning disable CA1001 // No wait handle is ever taken from its semaphore.
internal sealed class ClientCommandRun(ClientCommandTarget target, Action wake)
#pragma warning restore CA1001
{
    // A child whose objects nobody takes waits, so that a slow reader does not fill this process's memory.
    private const int WaitingWrites = 256;

    private readonly ConcurrentQueue<Action<ClientCommand>> _writes = new();
    private readonly SemaphoreSlim _room = new(WaitingWrites);

    public ClientCommandTarget Target { get; } = target;

    /// <summary>The work; it fails where there is one error to write for the whole target.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    public async Task WriteAsync(Action<ClientCommand> write, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation).ConfigureAwait(false);
        _writes.Enqueue(write);
        wake();
    }

    /// <summary>Writes what is there. True: the work has ended, and all that it wanted written is.</summary>
    public bool WriteTo(ClientCommand command)
    {
        // Before the writes are taken: whoever sees the end sees everything before it.
        bool hasEnded = Work.IsCompleted;
        while (_writes.TryDequeue(out Action<ClientCommand>? write))
        {
            _room.Release();
            write(command);
        }

        return hasEnded;
    }
}
