namespace CrossAccess.Core.Tests;

public sealed class AccessEndTests
{
    private const string Role = "arn:aws:iam::222222222222:role/acme-read-only";

    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly Principal Ana = new(PrincipalType.User, "a1b2c3d4e5-11111111-1111-1111-1111-111111111111", "ana");
    private static readonly Principal Ben = new(PrincipalType.User, "a1b2c3d4e5-22222222-2222-2222-2222-222222222222", "ben@acme.example");

    private static PermissionSetPolicy Policy => PermissionSetPolicy.Empty.With(Role);

    [Fact]
    public void An_end_is_an_explicit_deny_of_everything_for_that_user_after_that_time() =>
        Assert.Equal(
            """{"Sid":"CrossAccessEnd6b06cdc0482673bdd0","Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":"a1b2c3d4e5-11111111-1111-1111-1111-111111111111"},"DateGreaterThan":{"aws:CurrentTime":"2026-11-25T12:00:00Z"}}}""",
            Policy.With(AccessEnd.Of(Ana, Noon)).ToDocument().Statements[^1].ToJsonString());

    [Fact]
    public void Users_of_one_time_share_a_statement_and_other_times_have_their_own()
    {
        PermissionSetPolicy policy = Policy.With(AccessEnd.Of(Ben, Noon)).With(AccessEnd.Of(Ana, Noon)).With(AccessEnd.Of(User(3), Noon.AddHours(-1)));

        Assert.Equal(
            [
                ("2026-11-25T11:00:00Z", "\"0000000003-33333333-3333-3333-3333-333333333333\""),
                ("2026-11-25T12:00:00Z", $"[\"{Ana.Id}\",\"{Ben.Id}\"]"),
            ],
            policy.ToDocument().Statements.Skip(2).Select(statement => ((string)statement["Condition"]!["DateGreaterThan"]!["aws:CurrentTime"]!, statement["Condition"]!["StringEquals"]!["identitystore:UserId"]!.ToJsonString())));
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_ends_and_writing_it_again_changes_nothing()
    {
        string written = Policy.With(AccessEnd.Of(Ana, Noon)).With(AccessEnd.Of(Ben, Noon)).With(AccessEnd.Of(User(3), Noon.AddDays(3))).ToDocument().ToString();

        PermissionSetPolicy read = PermissionSetPolicy.Read(written);

        Assert.Equal([AccessEnd.Of(Ana, Noon), AccessEnd.Of(Ben, Noon), AccessEnd.Of(User(3), Noon.AddDays(3))], read.Ends);
        Assert.Equal(written, read.ToDocument().ToString());
    }

    [Fact]
    public void A_second_end_of_a_user_takes_the_place_of_the_first()
    {
        PermissionSetPolicy policy = Policy.With(AccessEnd.Of(Ana, Noon)).With(AccessEnd.Of(Ben, Noon)).With(AccessEnd.Of(Ana, Noon.AddHours(2)));

        Assert.Equal(Noon.AddHours(2), policy.EndOf(Ana.Id)!.Time);
        Assert.Equal(Noon, policy.EndOf(Ben.Id)!.Time);
        Assert.Equal(2, policy.Ends.Count);
        Assert.Equal([AccessEnd.Of(Ben, Noon)], policy.WithoutEnd(Ana.Id).Ends);
    }

    [Fact]
    public void Ends_stay_when_roles_come_and_go_and_when_the_holder_may_read_the_policy()
    {
        PermissionSetPolicy policy = PermissionSetPolicy.Read(Policy.With(AccessEnd.Of(Ana, Noon)).ToDocument().ToString())
            .With("arn:aws:iam::333333333333:role/acme-read-only").Without(Role).ReadableBy(["arn:aws:iam::111111111111:role/x"]);

        Assert.Equal([AccessEnd.Of(Ana, Noon)], PermissionSetPolicy.Read(policy.ToDocument().ToString()).Ends);
    }

    // Somebody tidied it up in the console: AWS reads both alike.
    [Fact]
    public void A_list_of_one_and_another_order_are_understood()
    {
        string two = Policy.With(AccessEnd.Of(Ana, Noon)).With(AccessEnd.Of(Ben, Noon)).ToDocument().ToString().Replace($"[\"{Ana.Id}\",\"{Ben.Id}\"]", $"[\"{Ben.Id}\",\"{Ana.Id}\"]", StringComparison.Ordinal);
        string one = Policy.With(AccessEnd.Of(Ana, Noon)).ToDocument().ToString().Replace($"\"{Ana.Id}\"", $"[\"{Ana.Id}\"]", StringComparison.Ordinal);

        Assert.Equal([AccessEnd.Of(Ana, Noon), AccessEnd.Of(Ben, Noon)], PermissionSetPolicy.Read(two).Ends);
        Assert.Equal([AccessEnd.Of(Ana, Noon)], PermissionSetPolicy.Read(one).Ends);
    }

    [Theory]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"StringEquals\"", "\"Resource\":\"arn:aws:iam::222222222222:role/x\",\"Condition\":{\"StringEquals\"")]
    [InlineData("\"Action\":\"*\"", "\"Action\":\"sts:*\"")]
    [InlineData("2026-11-25T12:00:00Z", "2026-11-25T12:00:00.5Z")]
    [InlineData("\"DateGreaterThan\":", "\"Bool\":{\"aws:SecureTransport\":\"true\"},\"DateGreaterThan\":")]
    [InlineData("CrossAccessEnd6b06cdc0482673bdd0", "CrossAccessEnd")]
    public void A_statement_of_ours_that_was_changed_by_hand_is_not_touched(string ours, string changed)
    {
        string written = Policy.With(AccessEnd.Of(Ana, Noon)).ToDocument().ToString();
        string edited = written.Replace(ours, changed, StringComparison.Ordinal);
        Assert.NotEqual(written, edited);

        PermissionSetPolicy policy = PermissionSetPolicy.Read(edited);

        Assert.Empty(policy.Ends);
        Assert.Contains("changed by hand", Refusal.Of(ClientAccessError.PermissionSetExists, () => policy.ToDocument()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deny_of_somebody_else_is_kept_and_no_end_of_ours()
    {
        string theirs = """{"Sid":"NotAfterChristmas","Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":"x"},"DateGreaterThan":{"aws:CurrentTime":"2026-12-24T00:00:00Z"}}}""";

        PermissionSetPolicy policy = PermissionSetPolicy.Read($$"""{"Version":"2012-10-17","Statement":[{{theirs}}]}""").With(AccessEnd.Of(Ana, Noon));

        Assert.Equal([AccessEnd.Of(Ana, Noon)], policy.Ends);
        Assert.Contains(theirs, policy.ToDocument().ToString(), StringComparison.Ordinal);
    }

    // SCIM made the user anew; AWS wants each Sid of a policy once.
    [Fact]
    public void One_name_with_two_ids_has_two_statements_under_two_Sids()
    {
        PermissionSetPolicy policy = Policy.With(AccessEnd.Of(Ana, Noon)).With(AccessEnd.Of(Ana with { Id = "another-id" }, Noon.AddHours(1)));

        Assert.Equal(4, policy.ToDocument().Statements.Select(statement => (string)statement["Sid"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(policy.Ends, PermissionSetPolicy.Read(policy.ToDocument().ToString()).Ends);
    }

    [Fact]
    public void A_time_is_UTC_and_rounded_up_to_whole_seconds()
    {
        Assert.Equal(Noon.AddSeconds(1), AccessEnd.Of(Ana, Noon.AddTicks(1)).Time);
        Assert.Equal(Noon, AccessEnd.Of(Ana, new DateTimeOffset(2026, 11, 25, 17, 30, 0, TimeSpan.FromHours(5.5))).Time);
        Assert.Equal(TimeSpan.Zero, AccessEnd.Of(Ana, new DateTimeOffset(2026, 11, 25, 17, 30, 0, TimeSpan.FromHours(5.5))).Time.Offset);
    }

    [Fact]
    public void A_name_has_the_same_mark_whatever_its_case()
    {
        Assert.Equal(AccessEnd.MarkOf("ana@acme.example"), AccessEnd.MarkOf("Ana@ACME.example"));
        Assert.NotEqual(AccessEnd.MarkOf("ana"), AccessEnd.MarkOf("anna"));
        Assert.Equal(AccessEnd.MarkLength, AccessEnd.MarkOf("日本語").Length);
    }

    [Fact]
    public void A_policy_has_room_for_many_users_of_one_time_and_for_fewer_of_many_times_and_one_more_is_refused_with_what_to_do()
    {
        // 60 characters for each of one time, 250 for each of a time of its own.
        Assert.InRange(AcceptedUntilRefused(_ => Noon), 145, 165);
        Assert.InRange(AcceptedUntilRefused(number => Noon.AddSeconds(number)), 36, 42);
    }

    private static int AcceptedUntilRefused(Func<int, DateTimeOffset> time)
    {
        PermissionSetPolicy policy = Policy;
        for (int number = 1; ; number++)
        {
            policy = policy.With(AccessEnd.Of(User(number), time(number)));
            try
            {
                Assert.InRange(policy.ToDocument().Size, 1, PermissionSetPolicy.Limit);
            }
            catch (ClientAccessException refusal)
            {
                Assert.Equal(ClientAccessError.PolicyTooLong, refusal.Error);
                Assert.Contains($"the ends of {number} users' access", refusal.Message, StringComparison.Ordinal);
                Assert.Contains("Revoke-ClientAccess -Expired", refusal.RecommendedAction, StringComparison.Ordinal);
                return number - 1;
            }
        }
    }

    private static Principal User(int number) => new(PrincipalType.User, $"{number:D10}-33333333-3333-3333-3333-333333333333", $"user-{number}");
}
