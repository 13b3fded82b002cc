namespace CrossAccess;

/// <summary>
/// Waits for requests that Identity Center does on its own time. One loop polls for all that wait: a single request by its
/// describe operation, several of a kind by one list call.
/// </summary>
internal sealed class IdentityCenterRequests
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    // Unanswered questions before a wait is given up: about a minute and a half.
    private const int Patience = 25;

    private readonly object _gate = new();
    private readonly Dictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);
    private bool _polling;

    /// <summary>The request once it has ended, well or not.</summary>
    public async Task<IdentityCenterRequest> WaitAsync(IIdentityCenter center, IdentityCenterRequest request, CancellationToken cancellation)
    {
        if (request.Status != IdentityCenterRequestStatus.InProgress) return request;
        var waiting = new Waiting(center, request);
        lock (_gate)
        {
            _waiting[request.RequestId] = waiting;
            if (!_polling)
            {
                _polling = true;
                _ = Task.Run(PollAsync, CancellationToken.None);
            }
        }
        try
        {
            return await waiting.Ended.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate) _waiting.Remove(request.RequestId);
        }
    }

    private async Task PollAsync()
    {
        TimeSpan pause = FirstPause;
        while (true)
        {
            await Task.Delay(pause).ConfigureAwait(false);
            Waiting[] waiting;
            lock (_gate)
            {
                waiting = [.. _waiting.Values];
                if (waiting.Length == 0)
                {
                    _polling = false;
                    return;
                }
            }
            bool anyEnded = false;
            foreach (IGrouping<IdentityCenterRequestKind, Waiting> ofKind in waiting.GroupBy(entry => entry.Request.Kind))
                anyEnded |= await PollAsync([.. ofKind]).ConfigureAwait(false);
            // Ends come in bursts: look again soon after one.
            pause = anyEnded ? FirstPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, pause.Ticks * 2));
        }
    }

    private static async Task<bool> PollAsync(IReadOnlyList<Waiting> waiting)
    {
        IReadOnlyCollection<Waiting> toDescribe;
        try
        {
            toDescribe = waiting.Count == 1 ? waiting : await NoLongerInProgressAsync(waiting).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            return EndUnlessPassing(e, waiting);
        }
        bool anyEnded = false;
        foreach (Waiting entry in toDescribe) anyEnded |= await DescribeAsync(entry).ConfigureAwait(false);
        return anyEnded;
    }

    private static async Task<bool> DescribeAsync(Waiting entry)
    {
        try
        {
            IdentityCenterRequest state = await entry.Center.DescribeRequestAsync(entry.Request, CancellationToken.None).ConfigureAwait(false);
            return state.Status != IdentityCenterRequestStatus.InProgress && entry.Ended.TrySetResult(state);
        }
        catch (Exception e)
        {
            return EndUnlessPassing(e, [entry]);
        }
    }

    // The request goes on whatever becomes of our questions; a status just made may not be found yet.
    private static bool EndUnlessPassing(Exception e, IReadOnlyList<Waiting> waiting)
    {
        bool passing = e is ClientAccessException { Error: ClientAccessError.RequestThrottled or ClientAccessError.ServiceUnavailable or ClientAccessError.ResourceNotFound };
        Waiting[] ended = [.. waiting.Where(entry => !passing || ++entry.Unanswered > Patience)];
        foreach (Waiting entry in ended) entry.Ended.TrySetException(e);
        return ended.Length > 0;
    }

    // The list says who still runs; how the others ended, only their own description says.
    private static async Task<IReadOnlyCollection<Waiting>> NoLongerInProgressAsync(IReadOnlyList<Waiting> waiting)
    {
        IReadOnlyList<IdentityCenterRequest> running = await waiting[0].Center.ListRequestsInProgressAsync(waiting[0].Request.Kind, CancellationToken.None).ConfigureAwait(false);
        var ids = running.Select(request => request.RequestId).ToHashSet(StringComparer.Ordinal);
        return [.. waiting.Where(entry => !ids.Contains(entry.Request.RequestId))];
    }

    private sealed record Waiting(IIdentityCenter Center, IdentityCenterRequest Request)
    {
        public TaskCompletionSource<IdentityCenterRequest> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Unanswered { get; set; }
    }
}
