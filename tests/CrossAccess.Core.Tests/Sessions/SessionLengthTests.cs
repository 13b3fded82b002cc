namespace CrossAccess.Core.Tests;

public sealed class SessionLengthTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private readonly RecordedActivity _activity = new();

    [Theory]
    [InlineData("2:00:00", null, null, null)]
    [InlineData("1:00:00", null, null, null)]
    [InlineData("0:59:59", null, "0:59:59", "this session with it")]
    [InlineData("0:45:30.5", null, "0:45:30", "this session with it")]
    [InlineData("0:45:00", "0:30:00", "0:30:00", null)]
    [InlineData("0:15:00", "1:00:00", "0:15:00", "this session with it")]
    [InlineData("0:14:59", null, "0:15:00", "no session shorter than 15 minutes")]
    [InlineData("-1:00:00", null, "0:15:00", "ended at")]
    public void A_session_ends_with_the_access_and_is_never_shorter_than_AWS_allows(string left, string? asked, string? length, string? warning)
    {
        TimeSpan? given = SessionLength.For(asked is null ? null : Span(asked), HomeCaller.SignedIn("ana", "AbcReadOnly"), TargetWith("ana", Now + Span(left)), Now, _activity);

        Assert.Equal(length is null ? null : Span(length), given);
        if (warning is null) Assert.Empty(_activity.Warnings);
        else Assert.Contains(warning, Assert.Single(_activity.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Anothers_end_and_a_session_of_another_set_shorten_nothing()
    {
        RoleTarget target = TargetWith("ben", Now.AddMinutes(20));
        Assert.Null(SessionLength.For(null, HomeCaller.SignedIn("ana", "AbcReadOnly"), target, Now, _activity));
        Assert.Null(SessionLength.For(null, HomeCaller.SignedIn("ben", "XyzReadOnly"), target, Now, _activity));
        Assert.Equal(TimeSpan.FromMinutes(20), SessionLength.For(null, HomeCaller.SignedIn("BEN", "AbcReadOnly"), target, Now, _activity));
    }

    [Fact]
    public async Task The_inventory_says_when_the_callers_access_ends_without_a_request_more()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.UpdateAsync(inventory => inventory
            .WithGrant(new InventoryGrant("Abc", "ReadOnly", PrincipalType.User, "jane") { Expires = provider.Aws.Clock.Now.AddMinutes(40) })
            .WithGrant(new InventoryGrant("Abc", "Administrator", PrincipalType.User, "jane") { Expires = provider.Aws.Clock.Now.AddMinutes(20) }));

        await provider.EnterAsync(new RoleEntryRequest("Abc", "ReadOnly"));

        Assert.Equal(TimeSpan.FromMinutes(40), Assert.Single(provider.Aws.Assumptions).Duration);
        Assert.Equal(["sts:GetCallerIdentity", "sts:AssumeRole"], provider.Log.All);
    }

    [Fact]
    public void The_sets_own_policy_says_it_by_the_mark_of_the_name()
    {
        string policy = PermissionSetPolicy.Empty.With(FakeProvider.RoleArnOfAbc)
            .With(AccessEnd.Of(new Principal(PrincipalType.User, "id-of-ana", "ana"), Now.AddMinutes(40)))
            .With(AccessEnd.Of(new Principal(PrincipalType.User, "id-of-ben", "ben"), Now.AddMinutes(20))).ToDocument().ToString();

        RoleTarget target = RoleTarget.InPolicy("Abc", "ReadOnly", account: null, policy);

        Assert.Equal(Now.AddMinutes(40), target.EndOf("ana"));
        Assert.Equal(Now.AddMinutes(20), target.EndOf("ben"));
        Assert.Null(target.EndOf("eve"));
    }

    [Fact]
    public async Task A_refusal_after_the_end_says_that_the_access_ended()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory
            .WithAccount("Abc", "272727272727")
            .WithGrant(new InventoryGrant("Abc", "ReadOnly", PrincipalType.User, "jane") { Expires = Now.AddHours(-1) }));
        provider.Aws.Refuses = _ => true;

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.ClientAccessDenied, () => provider.EnterAsync(new RoleEntryRequest("Abc", "ReadOnly")));

        Assert.Contains("Your access by permission set AbcReadOnly ended at 2026-11-25 11:00:00Z.", refusal.Message, StringComparison.Ordinal);
    }

    private static RoleTarget TargetWith(string user, DateTimeOffset end) => new("Abc", "ReadOnly", FakeProvider.Remote, null, new InventoryRole(FakeProvider.RoleArnOfAbc))
    {
        Ends = new[] { (Mark: AccessEnd.MarkOf(user), Time: end) }.ToLookup(pair => pair.Mark, pair => pair.Time),
    };

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
