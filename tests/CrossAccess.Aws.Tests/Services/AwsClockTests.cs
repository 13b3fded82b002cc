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

    private static async Task AnswerAsync(AwsClock clock, DateTimeOffset? told)
    {
        using var client = new HttpMessageInvoker(new AwsClockHandler(new DatedHandler(told), clock));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://sts.eu-west-1.amazonaws.com/");
        (await client.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
    }

    private sealed class DatedHandler(DateTimeOffset? told) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage();
            response.Headers.Date = told;
            return Task.FromResult(response);
        }
    }
}
