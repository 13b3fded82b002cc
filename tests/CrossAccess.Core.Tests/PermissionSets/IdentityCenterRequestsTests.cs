namespace CrossAccess.Core.Tests;

public sealed class IdentityCenterRequestsTests
{
    private readonly RequestLog _log = new();
    private readonly FakeIdentityCenter _center;
    private readonly string _set;

    public IdentityCenterRequestsTests()
    {
        _center = new FakeIdentityCenter(_log, new FakeIdentityStore(_log), static (_, _) => false) { HoldsRequests = true };
        _set = _center.Add("AbcReadOnly").State.Arn;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_has_ended_is_not_asked_about()
    {
        _center.HoldsRequests = false;
        IdentityCenterRequest request = await StartAsync("one");
        Assert.Same(request, await new IdentityCenterRequests().WaitAsync(_center, request, Cancellation));
        Assert.DoesNotContain(_log.All, sent => sent.StartsWith("sso:Describe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_single_request_is_described_until_it_has_ended()
    {
        IdentityCenterRequest request = await StartAsync("one");
        Task<IdentityCenterRequest> wait = new IdentityCenterRequests().WaitAsync(_center, request, Cancellation);
        Assert.False(wait.IsCompleted);
        _center.Finish(request.RequestId, "no room");
        Assert.Equal((IdentityCenterRequestStatus.Failed, "no room"), ((await wait).Status, (await wait).FailureReason));
        Assert.DoesNotContain("sso:List AssignmentCreation", _log.All);
    }

    [Fact]
    public async Task Several_requests_are_asked_about_by_one_list_and_only_what_has_ended_is_described()
    {
        var requests = new IdentityCenterRequests();
        IdentityCenterRequest first = await StartAsync("one");
        IdentityCenterRequest second = await StartAsync("two");
        var listed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _log.Hold("sso:List AssignmentCreation", listed.Task);
        Task<IdentityCenterRequest> waitFirst = requests.WaitAsync(_center, first, Cancellation);
        Task<IdentityCenterRequest> waitSecond = requests.WaitAsync(_center, second, Cancellation);
        _center.Finish(first.RequestId);
        listed.SetResult();

        Assert.Equal(IdentityCenterRequestStatus.Succeeded, (await waitFirst).Status);
        Assert.Contains("sso:List AssignmentCreation", _log.All);
        Assert.False(waitSecond.IsCompleted);
        Assert.Equal(0, _log.Count("sso:Describe " + second.RequestId));
        _center.Finish(second.RequestId);
        Assert.Equal(IdentityCenterRequestStatus.Succeeded, (await waitSecond).Status);
    }

    [Theory]
    [InlineData(ClientAccessError.RequestThrottled)]
    [InlineData(ClientAccessError.ServiceUnavailable)]
    [InlineData(ClientAccessError.ResourceNotFound)]
    public async Task A_question_that_fails_for_a_moment_is_asked_again(ClientAccessError error)
    {
        IdentityCenterRequest request = await StartAsync("one");
        _log.Fail("sso:Describe " + request.RequestId, error);
        _center.Finish(request.RequestId);
        Assert.Equal(IdentityCenterRequestStatus.Succeeded, (await new IdentityCenterRequests().WaitAsync(_center, request, Cancellation)).Status);
    }

    [Fact]
    public async Task A_question_that_is_refused_ends_the_wait_and_the_next_one_is_answered()
    {
        var requests = new IdentityCenterRequests();
        IdentityCenterRequest request = await StartAsync("one");
        _log.Fail("sso:Describe " + request.RequestId, ClientAccessError.ClientAccessDenied);
        await Refusal.OfAsync(ClientAccessError.ClientAccessDenied, () => requests.WaitAsync(_center, request, Cancellation));
        _center.Finish(request.RequestId);
        Assert.Equal(IdentityCenterRequestStatus.Succeeded, (await requests.WaitAsync(_center, request, Cancellation)).Status);
    }

    [Fact]
    public async Task One_status_that_is_not_found_yet_does_not_keep_the_others_waiting()
    {
        var requests = new IdentityCenterRequests();
        IdentityCenterRequest first = await StartAsync("one");
        IdentityCenterRequest second = await StartAsync("two");
        _log.Fail("sso:Describe " + first.RequestId, ClientAccessError.ResourceNotFound, times: 1_000);
        _center.Finish(first.RequestId);
        _center.Finish(second.RequestId);
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<IdentityCenterRequest> waitFirst = requests.WaitAsync(_center, first, given.Token);
        Assert.Equal(IdentityCenterRequestStatus.Succeeded, (await requests.WaitAsync(_center, second, Cancellation)).Status);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waitFirst);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_at_once()
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<IdentityCenterRequest> wait = new IdentityCenterRequests().WaitAsync(_center, await StartAsync("one"), given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private Task<IdentityCenterRequest> StartAsync(string principal) =>
        _center.CreateAssignmentAsync(new AccountAssignment(FakeProvider.Home, _set, PrincipalType.Group, principal), Cancellation);
}
