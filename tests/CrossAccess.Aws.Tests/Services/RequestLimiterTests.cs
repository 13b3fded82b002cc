using CrossAccess.Aws.Tests.Support;

namespace CrossAccess.Aws.Tests.Services;

public sealed class RequestLimiterTests
{
    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_burst_passes_at_once_and_the_next_request_waits()
    {
        var limiter = new RequestLimiter(requestsPerSecond: 20, burst: 20, _time);

        Task[] requests = [.. Enumerable.Range(0, 21).Select(_ => limiter.WaitAsync(Stop))];

        Assert.All(requests[..20], request => Assert.True(request.IsCompleted));
        Assert.False(requests[20].IsCompleted);
    }

    [Fact]
    public async Task After_a_burst_requests_pass_one_by_one_in_their_order()
    {
        var limiter = new RequestLimiter(requestsPerSecond: 20, burst: 2, _time);
        Task[] requests = [.. Enumerable.Range(0, 5).Select(_ => limiter.WaitAsync(Stop))];

        for (int passed = 2; passed < 5; passed++)
        {
            Assert.All(requests[passed..], request => Assert.False(request.IsCompleted));
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await requests[passed];
        }
    }

    [Fact]
    public void The_burst_comes_back_with_time_and_grows_no_further()
    {
        var limiter = new RequestLimiter(requestsPerSecond: 20, burst: 3, _time);
        Assert.Equal(3, PassNow(limiter));

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(3, PassNow(limiter));
    }

    [Fact]
    public void A_thousand_requests_to_Identity_Center_pass_in_fifty_seconds_and_never_more_than_twenty_in_one()
    {
        RequestLimiter limiter = RequestLimiter.ForIdentityCenter(_time);
        Task[] requests = [.. Enumerable.Range(0, 1006).Select(_ => limiter.WaitAsync(Stop))];
        var passed = new List<int>();

        for (int tick = 0; tick < 20 * 50; tick++)
        {
            passed.Add(requests.Count(request => request.IsCompleted));
            _time.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.All(requests, request => Assert.True(request.IsCompleted));
        // AWS's own bucket holds twenty and gets one every 50 ms: what has passed never asks for more.
        Assert.All(passed.Select((count, tick) => (count, tick)), moment => Assert.True(moment.count <= 20 + moment.tick));
    }

    [Fact]
    public async Task A_request_that_is_stopped_while_it_waits_ends()
    {
        var limiter = new RequestLimiter(requestsPerSecond: 1, burst: 1, _time);
        using var stopping = new CancellationTokenSource();
        await limiter.WaitAsync(stopping.Token);
        Task waiting = limiter.WaitAsync(stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void An_instance_has_one_limiter_for_the_whole_process()
    {
        Assert.Same(RequestLimiter.OfInstance("arn:aws:sso:::instance/ssoins-1"), RequestLimiter.OfInstance("arn:aws:sso:::instance/ssoins-1"));
        Assert.NotSame(RequestLimiter.OfInstance("arn:aws:sso:::instance/ssoins-1"), RequestLimiter.OfInstance("arn:aws:sso:::instance/ssoins-2"));
    }

    private static int PassNow(RequestLimiter limiter)
    {
        int passed = 0;
        while (limiter.WaitAsync(Stop).IsCompleted) passed++;
        return passed;
    }
}
