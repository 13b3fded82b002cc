namespace CrossAccess.Core.Tests;

/// <summary>These change the process's environment, so nothing else runs beside them.</summary>
[CollectionDefinition(nameof(EnteredRolesTests), DisableParallelization = true)]
[Collection(nameof(EnteredRolesTests))]
public sealed class EnteredRolesTests : IDisposable
{
    private static readonly Guid Runspace = Guid.NewGuid();

    private readonly Dictionary<string, string?> _before = SessionEnvironment.Touched.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    private readonly EnteredRoles _entered = new();

    public EnteredRolesTests()
    {
        foreach (string name in _before.Keys) Environment.SetEnvironmentVariable(name, null);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before) Environment.SetEnvironmentVariable(name, value);
    }

    [Fact]
    public void Entering_sets_every_variable_and_takes_every_one_away_that_names_other_credentials()
    {
        string[] competing =
        [
            "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_SECURITY_TOKEN",
            "AWS_ACCESS_KEY", "AWS_SECRET_KEY", "AWS_CREDENTIAL_FILE", "AWS_BEARER_TOKEN_BEDROCK",
        ];
        foreach (string name in competing) Environment.SetEnvironmentVariable(name, "home's");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", "/home/config");
        _entered.Enter(SessionOf("Abc"), Runspace);
        Assert.Equal(
            new Dictionary<string, string?>(competing.Select(name => KeyValuePair.Create(name, (string?)null)))
            {
                ["AWS_ACCESS_KEY_ID"] = "ASIAAbc",
                ["AWS_SECRET_ACCESS_KEY"] = "secret",
                ["AWS_SESSION_TOKEN"] = "token",
                ["AWS_REGION"] = "eu-west-1",
                ["AWS_DEFAULT_REGION"] = "eu-west-1",
                ["AWS_CREDENTIAL_EXPIRATION"] = "2030-01-02T03:04:05Z",
                ["CROSSACCESS_CLIENT"] = "Abc",
                ["CROSSACCESS_TIER"] = "ReadOnly",
                ["AWS_CONFIG_FILE"] = "/home/config",
                ["AWS_SHARED_CREDENTIALS_FILE"] = null,
            },
            Now());
    }

    [Fact]
    public void Leaving_restores_values_what_was_unset_and_what_was_empty()
    {
        Environment.SetEnvironmentVariable("AWS_PROFILE", "home");
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", "");
        Environment.SetEnvironmentVariable("AWS_REGION", " us-east-1 ");
        Dictionary<string, string?> before = Now();
        // .NET 9 and later tell an empty variable from none.
        Assert.Equal("", before["AWS_SESSION_TOKEN"]);
        Assert.Null(before["AWS_ACCESS_KEY_ID"]);

        _entered.Enter(SessionOf("Abc"), Runspace);
        Assert.Equal("Abc", _entered.Exit(Runspace).Session.Client);
        Assert.Equal(before, Now());
        Assert.Null(_entered.HomeEnvironment);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("odd = text; \"quoted\" $HOME %PATH%\t\nüñ→")]
    public void Every_variable_that_is_touched_is_restored_byte_for_byte_from_nested_roles(string? value)
    {
        foreach (string name in SessionEnvironment.Touched)
        {
            foreach (string other in SessionEnvironment.Touched) Environment.SetEnvironmentVariable(other, other == name ? value : "other");
            Dictionary<string, string?> before = Now();
            Assert.Equal(value, before[name]);

            _entered.Enter(SessionOf("Abc"), Runspace);
            Dictionary<string, string?> first = Now();
            _entered.Enter(SessionOf("Other"), Runspace);
            _entered.Exit(Runspace);
            Assert.Equal(first, Now());
            _entered.Exit(Runspace);

            Assert.Equal(before, Now());
        }
    }

    [Fact]
    public void Nested_roles_are_left_one_by_one_and_home_stays_what_was_before_the_first()
    {
        Environment.SetEnvironmentVariable("AWS_PROFILE", "home");
        Dictionary<string, string?> home = Now();
        _entered.Enter(SessionOf("Abc"), Runspace);
        Dictionary<string, string?> inside = Now();
        _entered.Enter(SessionOf("Other"), Runspace);

        Assert.Equal(["Other", "Abc"], _entered.Sessions.Select(session => session.Client));
        Assert.Equal(home, new Dictionary<string, string?>(_entered.HomeEnvironment!));
        _entered.Exit(Runspace);
        Assert.Equal(inside, Now());
        _entered.Exit(Runspace);
        Assert.Equal(home, Now());
    }

    [Fact]
    public async Task Nested_entry_starts_from_home_and_not_from_the_client()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        Environment.SetEnvironmentVariable("AWS_PROFILE", "home");
        provider.Entered.Enter(SessionOf("Other"), Runspace);
        await provider.EnterAsync(new RoleEntryRequest("Abc", "ReadOnly"));
        IReadOnlyDictionary<string, string?> used = Assert.Single(provider.Aws.AmbientEnvironments)!;
        Assert.Equal(("home", null), (used["AWS_PROFILE"], used["AWS_ACCESS_KEY_ID"]));
        provider.Entered.Exit(Runspace);
    }

    [Fact]
    public void Another_runspace_can_neither_enter_nor_leave_until_the_first_has_left()
    {
        var other = Guid.NewGuid();
        _entered.Enter(SessionOf("Abc"), Runspace);
        Dictionary<string, string?> inside = Now();
        Refusal.Of(ClientAccessError.EnteredElsewhere, () => _entered.Enter(SessionOf("Other"), other));
        Refusal.Of(ClientAccessError.EnteredElsewhere, () => _entered.Exit(other));
        Assert.Equal(inside, Now());
        _entered.Exit(Runspace);
        _entered.Enter(SessionOf("Other"), other);
        Assert.Equal("Other", _entered.Exit(other).Session.Client);
    }

    [Fact]
    public void Leaving_without_having_entered_is_an_error_that_knows_an_inherited_role()
    {
        Assert.Contains("Enter-ClientRole", Refusal.Of(ClientAccessError.NotEntered, () => _entered.Exit(Runspace)).RecommendedAction, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable("CROSSACCESS_CLIENT", "Abc");
        Assert.Contains("inherited the role of client 'Abc'", Refusal.Of(ClientAccessError.NotEntered, () => _entered.Exit(Runspace)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_without_an_end_leaves_the_environment_as_it_was()
    {
        Dictionary<string, string?> before = Now();
        RoleSession endless = SessionOf("Abc") with { Credentials = new AwsCredentials("ASIA", "secret", "token") };
        Assert.Throws<InvalidOperationException>(() => _entered.Enter(endless, Runspace));
        Assert.Equal(before, Now());
        Assert.Empty(_entered.Sessions);
    }

    [Fact]
    public void No_secret_is_printed()
    {
        _entered.Enter(SessionOf("Abc"), Runspace);
        _entered.Enter(SessionOf("Other"), Runspace);
        EnvironmentSnapshot snapshot = EnvironmentSnapshot.Take(SessionEnvironment.Touched);
        Assert.DoesNotContain("secret", $"{snapshot} {new EnteredRole(SessionOf("Abc"), snapshot)} {_entered.Sessions[0]} {_entered.Sessions[0].Credentials}", StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Now() => SessionEnvironment.Touched.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    private static RoleSession SessionOf(string client) =>
        new(client, FakeProvider.Remote, null, "ReadOnly", FakeProvider.RoleArnOfAbc, "eu-west-1", new AwsCredentials("ASIA" + client, "secret", "token", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero)))
        {
            RoleSessionName = "jane",
        };
}
