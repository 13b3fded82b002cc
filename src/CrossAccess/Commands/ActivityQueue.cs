namespace CrossAccess.Commands;

/// <summary>
/// What the workers of one command say, in the order they said it, until the pipeline thread relays it.
/// Nothing here waits for the pipeline thread, so a worker can never hang on the shell.
/// </summary>
internal sealed class ActivityQueue
{
    private readonly object _gate = new();
    private List<Action<ClientCommand>> _messages = [];
    private bool _hasNews;

    public void Post(Action<ClientCommand> message)
    {
        lock (_gate)
        {
            _messages.Add(message);
            _hasNews = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Ends the current or the next <see cref="WaitForNews"/>: a task has finished, or the pipeline stops.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _hasNews = true;
            Monitor.PulseAll(_gate);
        }
    }

    public IReadOnlyList<Action<ClientCommand>> TakeAll()
    {
        lock (_gate)
        {
            if (_messages.Count == 0) return [];

            List<Action<ClientCommand>> taken = _messages;
            _messages = [];
            return taken;
        }
    }

    public void WaitForNews()
    {
        lock (_gate)
        {
            while (!_hasNews) Monitor.Wait(_gate);
            _hasNews = false;
        }
    }
}
