namespace CrossAccess.Core.Tests;

public sealed class SessionRenewalTests
{
    private static readonly ClientAccessException SignedOut = new(ClientAccessError.SignInRequired, "The sign-in has ended.") { RecommendedAction = "Type: Connect-CrossAccess" };

    [Theory]
    [InlineData(0)]
    [InlineData(39)]
    public async Task A_session_with_life_enough_is_served_and_nothing_is_asked(int minutes)
    {
        using var role = new RenewedRole();
        role.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal("0", await role.KeyAsync());
        Assert.Empty(role.Asked);
    }

    [Fact]
    public async Task Ahead_of_the_last_quarter_it_is_walked_while_the_standing_session_is_served()
    {
        using var role = new RenewedRole();
        var gate = new TaskCompletionSource();
        role.Gate = gate.Task;
        role.Time.Advance(TimeSpan.FromMinutes(41));
        Assert.Equal("0", await role.KeyAsync());
        gate.SetResult();
        await UntilAsync(() => role.Renewal.Current.Credentials.AccessKeyId == "1");
        Assert.Equal("1", await role.KeyAsync());
        Assert.Single(role.Asked);
    }

    [Theory]
    [InlineData(45)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(600)]
    public async Task Whoever_asks_in_the_last_quarter_or_after_the_end_gets_a_new_session(int minutes)
    {
        using var role = new RenewedRole();
        role.Time.Advance(TimeSpan.FromMinutes(minutes));
        RoleSession served = await role.Renewal.GetAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1", served.Credentials.AccessKeyId);
        Assert.True(served.Expiration - role.Time.GetUtcNow() > TimeSpan.FromMinutes(15));
    }

    // Each program would ask AWS each time, and be given nothing that lasts longer.
    [Fact]
    public async Task A_session_that_ends_with_the_access_is_served_to_its_end()
    {
        using var role = new RenewedRole(access: RenewedRole.Hour);
        role.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("0", await role.KeyAsync());
        Assert.Empty(role.Asked);
        role.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("1", await role.KeyAsync());
    }

    [Fact]
    public async Task Those_who_ask_at_once_share_one_walk()
    {
        using var role = new RenewedRole();
        var gate = new TaskCompletionSource();
        role.Gate = gate.Task;
        role.Time.Advance(RenewedRole.Hour);
        Task<string>[] asking = [.. Enumerable.Range(0, 50).Select(_ => Task.Run(role.KeyAsync))];
        await UntilAsync(() => role.Asked.Count > 0);
        gate.SetResult();
        Assert.All(await Task.WhenAll(asking), key => Assert.Equal("1", key));
        Assert.Single(role.Asked);
    }

    [Fact]
    public async Task A_walk_that_fails_leaves_what_still_lives_and_says_why()
    {
        using var role = new RenewedRole { Refusal = SignedOut };
        role.Time.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("0", await role.KeyAsync());
        Assert.Same(SignedOut, role.Renewal.Failure);
        Assert.Equal(RenewedRole.Hour, role.Renewal.Current.Expiration - role.Time.GetUtcNow() + TimeSpan.FromMinutes(50));
    }

    [Fact]
    public async Task Without_life_left_the_reason_is_all_there_is_and_the_next_walk_that_goes_well_ends_it()
    {
        using var role = new RenewedRole { Refusal = SignedOut };
        role.Time.Advance(RenewedRole.Hour);
        Assert.Same(SignedOut, await Refusal.OfAsync(ClientAccessError.SignInRequired, role.KeyAsync));
        role.Refusal = null;
        role.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("2", await role.KeyAsync());
        Assert.Null(role.Renewal.Failure);
    }

    [Fact]
    public async Task A_failure_is_the_answer_to_those_who_ask_again_within_three_seconds()
    {
        using var role = new RenewedRole { Refusal = SignedOut };
        role.Time.Advance(RenewedRole.Hour);
        for (int second = 0; second < 3; second++)
        {
            await Refusal.OfAsync(ClientAccessError.SignInRequired, role.KeyAsync);
            role.Time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Single(role.Asked);
        await Refusal.OfAsync(ClientAccessError.SignInRequired, role.KeyAsync);
        Assert.Equal(2, role.Asked.Count);
    }

    [Fact]
    public async Task While_the_session_lives_nobody_waits_for_a_walk_that_hangs()
    {
        using var role = new RenewedRole { Gate = new TaskCompletionSource().Task };
        role.Time.Advance(TimeSpan.FromMinutes(50));
        Task<string> asking = role.KeyAsync();
        await UntilAsync(() => role.Asked.Count > 0);
        Assert.False(asking.IsCompleted);
        await UntilAsync(() =>
        {
            role.Time.Advance(TimeSpan.FromSeconds(2));
            return asking.IsCompleted;
        });
        Assert.Equal("0", await asking);
    }

    [Fact]
    public async Task A_duration_ends_the_role_and_no_walk_is_asked_for_longer()
    {
        using var role = new RenewedRole(TimeSpan.FromHours(2.5));
        role.Time.Advance(RenewedRole.Hour);
        Assert.Equal("1", await role.KeyAsync());
        role.Time.Advance(RenewedRole.Hour);
        Assert.Equal("2", await role.KeyAsync());
        Assert.Equal([RenewedRole.Hour, TimeSpan.FromMinutes(30)], role.Asked);
        // It lasts to the end: nothing longer is to be had.
        role.Time.Advance(TimeSpan.FromMinutes(25));
        Assert.Equal("2", await role.KeyAsync());
        role.Time.Advance(TimeSpan.FromMinutes(5));
        ClientAccessException ended = await Refusal.OfAsync(ClientAccessError.CredentialsExpired, role.KeyAsync);
        Assert.Contains("Enter-ClientRole Abc -Tier ReadOnly -AutoRefresh", ended.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, role.Asked.Count);
    }

    [Fact]
    public async Task The_last_minutes_are_asked_for_in_the_least_that_AWS_gives()
    {
        using var role = new RenewedRole(TimeSpan.FromMinutes(70));
        role.Time.Advance(RenewedRole.Hour);
        Assert.Equal("1", await role.KeyAsync());
        Assert.Equal([TimeSpan.FromMinutes(15)], role.Asked);
    }

    [Fact]
    public async Task Ending_it_ends_a_walk_under_way()
    {
        var role = new RenewedRole { Gate = new TaskCompletionSource().Task };
        role.Time.Advance(RenewedRole.Hour);
        Task<string> asking = role.KeyAsync();
        await UntilAsync(() => role.Asked.Count > 0);
        role.Dispose();
        await Refusal.OfAsync(ClientAccessError.RequestTimedOut, () => asking);
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        // Only a hang takes this long; a test must not hang with it.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!happened()) await Task.Delay(5, patience.Token);
    }
}
