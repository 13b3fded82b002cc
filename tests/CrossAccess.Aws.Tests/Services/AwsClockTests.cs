using CrossAccess.Aws.Tests.Support;

namespace CrossAccess.Aws.Tests.Services;

public sealed class AwsClockTests
{
    private readonly ManualTime _machine = new();

    [Fact]
    public async Task The_time_is_what_the_newest_answer_says_and_goes_on_with_the_machine()
    {
        var clock = new AwsClock(_machine, _machine);
        Assert.Equal(_machine.GetUtcNow(), clock.GetUtcNow());

        DateTimeOffset told = new(2026, 1, 1, 0, 20, 0, TimeSpan.Zero);
        await AnswerAsync(clock, told);
        Assert.Equal(told, clock.GetUtcNow());
        _machine.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(told.AddSeconds(90), clock.GetUtcNow());

        await AnswerAsync(clock, told.AddSeconds(-1));
        Assert.Equal(told.AddSeconds(-1), clock.GetUtcNow());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(3_000)]
    public async Task A_machine_that_an_answer_does_not_prove_wrong_is_right_however_long_the_answer_takes(int milliseconds)
    {
        _machine.Advance(TimeSpan.FromMilliseconds(700));
        var clock = new AwsClock(_machine, _machine);
        DateTimeOffset sent = _machine.GetUtcNow();

        await AnswerAsync(clock, sent.AddMilliseconds(-700), TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(sent.AddMilliseconds(milliseconds), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_machine_that_is_fast_is_set_back_to_the_last_moment_that_the_answer_may_mean()
    {
        var clock = new AwsClock(_machine, _machine);
        DateTimeOffset told = _machine.GetUtcNow().AddMinutes(-20);
        await AnswerAsync(clock, told);
        Assert.Equal(told.AddSeconds(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task An_answer_without_a_date_changes_nothing()
    {
        var clock = new AwsClock(_machine, _machine);
        await AnswerAsync(clock, _machine.GetUtcNow().AddHours(1));
        await AnswerAsync(clock, null);
        Assert.Equal(_machine.GetUtcNow().AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task In_a_rehearsal_the_process_goes_by_the_Sandbox_and_answers_by_the_machine()
    {
        var sandbox = new ManualTime();
        sandbox.Advance(TimeSpan.FromDays(3));
        var clock = new AwsClock(sandbox, _machine);
        await AnswerAsync(clock, _machine.GetUtcNow());
        Assert.Equal(sandbox.GetUtcNow(), clock.GetUtcNow());
    }

    private async Task AnswerAsync(AwsClock clock, DateTimeOffset? told, TimeSpan taking = default)
    {
        using var client = new HttpMessageInvoker(new AwsClockHandler(new DatedHandler(told, () => _machine.Advance(taking)), clock));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://sts.eu-west-1.amazonaws.com/");
        (await client.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
    }

    private sealed class DatedHandler(DateTimeOffset? told, Action wait) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            wait();
            var response = new HttpResponseMessage();
            response.Headers.Date = told;
            return Task.FromResult(response);
        }
    }
}
