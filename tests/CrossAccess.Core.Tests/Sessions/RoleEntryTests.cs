namespace CrossAccess.Core.Tests;

public sealed class RoleEntryTests
{
    private static RoleEntryRequest Request { get; } = new("abc", "readonly");

    [Fact]
    public async Task A_session_carries_the_callers_own_name_and_source_identity()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        RoleSession session = await provider.EnterAsync(Request with { Reason = "ticket 42" });
        RoleAssumption assumption = Assert.Single(provider.Aws.Assumptions);
        Assert.Equal((FakeProvider.RoleArnOfAbc, "jane", "jane", null, null), (assumption.RoleArn, assumption.SessionName, assumption.SourceIdentity, assumption.ExternalId, assumption.Duration));
        Assert.Equal(("Abc", FakeProvider.Remote, "ReadOnly", "eu-west-1", "jane", "ticket 42"), (session.Client, session.AccountId, session.Tier, session.Region, session.SourceIdentity, session.Reason));
        Assert.DoesNotContain("secret-of-the-fake", session.ToString() + session.Credentials, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_IAM_user_has_a_session_name_and_no_source_identity()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        provider.Aws.Ambient = FakeIdentity.User(FakeProvider.Home, "joe");
        Assert.Null((await provider.EnterAsync(Request)).SourceIdentity);
        Assert.Equal(("joe", null), (provider.Aws.Assumptions.Single().SessionName, provider.Aws.Assumptions.Single().SourceIdentity));
    }

    [Theory]
    [InlineData("jane@acme.example", "jane@acme.example", "jane@acme.example")]
    [InlineData("jane doe", "jane-doe", null)]
    [InlineData("j", "j-", null)]
    [InlineData("aws:jane", "aws-jane", null)]
    [InlineData("jané", "jan-", null)]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234x", "a234567890123456789012345678901234567890123456789012345678901234", null)]
    public void A_name_that_STS_does_not_accept_is_made_to_fit_for_the_session_and_is_no_source_identity(string name, string session, string? source)
    {
        CallerIdentity caller = FakeIdentity.Session(FakeProvider.Home, "Admin", name).Caller;
        Assert.Equal(session, RoleSessionName.Of(caller));
        Assert.Equal(source, RoleSessionName.SourceIdentityOf(HomeCaller.Of(caller)));
    }

    [Fact]
    public async Task A_role_made_by_hand_is_entered_without_source_identity()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        provider.Aws.Refuses = assumption => assumption.SourceIdentity is not null;
        Assert.Null((await provider.EnterAsync(Request)).SourceIdentity);
        Assert.Equal(["jane", null], provider.Aws.Assumptions.Select(assumption => assumption.SourceIdentity));
    }

    [Fact]
    public async Task A_refusal_names_the_links_that_may_be_missing_and_an_old_role_is_not_waited_for()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", "252525252525"));
        provider.Aws.Refuses = _ => true;
        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.ClientAccessDenied, () => provider.EnterAsync(Request));
        Assert.Contains("AbcReadOnly", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Grant-ClientAccess Abc -Tier ReadOnly -User jane", refusal.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, provider.Aws.Assumptions.Count);
    }

    [Fact]
    public async Task A_role_that_was_just_made_is_waited_for()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", "262626262626"));
        NewRoles.Remember("arn:aws:iam::262626262626:role/acme-read-only");
        bool isKnown = false;
        provider.Aws.Refuses = _ => !isKnown;
        provider.Activity.OnProgress = _ => isKnown = true;
        Assert.Equal("262626262626", (await provider.EnterAsync(Request)).AccountId);
        Assert.Equal(3, provider.Aws.Assumptions.Count);
    }

    [Theory]
    [InlineData("not authorized to perform: sts:AssumeRole", -1)]
    [InlineData("not authorized to perform: sts:AssumeRole with an explicit deny in an identity-based policy", 60)]
    public async Task A_role_that_was_just_made_is_not_waited_for_where_the_callers_own_access_has_ended_or_is_denied(string refusal, int minutesLeft)
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", "282828282828"));
        await provider.UpdateAsync(inventory => inventory.WithGrant(new InventoryGrant("Abc", "ReadOnly", PrincipalType.User, "jane") { Expires = provider.Aws.Clock.Now.AddMinutes(minutesLeft) }));
        NewRoles.Remember("arn:aws:iam::282828282828:role/acme-read-only");
        provider.Aws.Refuses = _ => true;
        provider.Aws.Refusal = refusal;
        provider.Activity.OnProgress = status => Assert.Fail(status);
        await Refusal.OfAsync(ClientAccessError.ClientAccessDenied, () => provider.EnterAsync(Request));
        Assert.Equal(2, provider.Aws.Assumptions.Count);
    }

    [Fact]
    public async Task A_chained_session_is_clamped_to_an_hour_with_a_warning_and_a_users_is_not()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.EnterAsync(Request with { Duration = TimeSpan.FromHours(1) });
        Assert.Empty(provider.Activity.Warnings);
        await provider.EnterAsync(Request with { Duration = TimeSpan.FromHours(4) });
        Assert.Contains("an hour", Assert.Single(provider.Activity.Warnings), StringComparison.Ordinal);
        provider.Aws.Ambient = FakeIdentity.User(FakeProvider.Home, "joe");
        await provider.EnterAsync(Request with { Duration = TimeSpan.FromHours(4) });
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(4)], provider.Aws.Assumptions.Select(assumption => assumption.Duration!.Value));
        Assert.Single(provider.Activity.Warnings);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_without_assuming_anything()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote, "production").WithAccount("Abc", FakeProvider.Second));
        await Refusal.OfAsync(ClientAccessError.AccountAmbiguous, () => provider.EnterAsync(Request));
        await Refusal.OfAsync(ClientAccessError.AccountNotFound, () => provider.EnterAsync(Request with { Account = "staging" }));
        await Refusal.OfAsync(ClientAccessError.ClientNotFound, () => provider.EnterAsync(Request with { Client = "Nobody" }));
        await Refusal.OfAsync(ClientAccessError.InvalidDuration, () => provider.EnterAsync(Request with { Account = "production", Duration = TimeSpan.FromMinutes(14) }));
        await Refusal.OfAsync(ClientAccessError.InvalidDuration, () => provider.EnterAsync(Request with { Account = "production", Duration = TimeSpan.FromHours(13) }));
        provider.Aws.Ambient = provider.Aws.Profiles["abc"];
        Assert.Contains(FakeProvider.Home, (await Refusal.OfAsync(ClientAccessError.AccountMismatch, () => provider.EnterAsync(Request with { Account = "production" }))).Message, StringComparison.Ordinal);
        Assert.Empty(provider.Aws.Assumptions);
    }

    [Fact]
    public async Task The_recorded_role_and_external_id_are_used()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote)
            .WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole("arn:aws:iam::222222222222:role/partner/by-hand") { ExternalId = "abc-42" }));
        await provider.EnterAsync(Request);
        Assert.Equal(("arn:aws:iam::222222222222:role/partner/by-hand", "abc-42"), (provider.Aws.Assumptions.Single().RoleArn, provider.Aws.Assumptions.Single().ExternalId));
    }

    [Fact]
    public async Task The_ambient_credentials_come_first_and_the_recorded_profile_where_there_are_none()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        provider.Aws.Profiles["home"] = FakeIdentity.Session(FakeProvider.Home, "Recorded", "recorded");
        await provider.EnterAsync(Request);
        provider.Aws.Ambient = null;
        await provider.EnterAsync(Request);
        Assert.Equal(["jane", "recorded"], provider.Aws.Assumptions.Select(assumption => assumption.SessionName));
    }
}
