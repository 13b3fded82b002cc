namespace CrossAccess.Core.Tests;

public sealed class InitializationTests : IDisposable
{
    private static readonly IdentityCenterInstance Instance = new(FakeIdentityCenter.InstanceArn, "d-1234567890", FakeProvider.Admin, "eu-west-1", "main");
    private static readonly IdentityCenterInstance Other = new("arn:aws:sso:::instance/ssoins-2222222222222222", "d-0987654321", FakeProvider.Home, null, null);

    private readonly TemporaryInventory _inventory = new();
    private readonly FakeAws _aws = new();
    private readonly RecordedActivity _activity = new();

    public InitializationTests()
    {
        _aws.Ambient = FakeIdentity.Session(FakeProvider.Admin, "Admin", "jane", region: "eu-central-1");
        _aws.Profiles["home"] = FakeIdentity.User(FakeProvider.Home, "joe");
        _aws.Instances.Add(Instance);
    }

    private static InitializationRequest Request { get; } = new("Acme") { HomeAccountId = FakeProvider.Home };

    public void Dispose() => _inventory.Dispose();

    [Fact]
    public async Task What_is_discovered_is_recorded_with_the_instances_primary_Region()
    {
        CrossAccessConfiguration made = await InitializeAsync(Request);
        Assert.Equal(ChangeStatus.Created, made.Status);
        Assert.Equal(("acme", FakeProvider.Home, FakeProvider.Admin, "eu-west-1", Instance.Arn, "d-1234567890"), (made.Company, made.HomeAccountId, made.AdminAccountId, made.Region, made.InstanceArn, made.IdentityStoreId));
        Assert.Equal("https://d-1234567890.awsapps.com/start", made.StartUrl);
        Assert.Equal(made with { Status = null }, CrossAccessConfiguration.Of(_inventory.File));
        Assert.Contains("sso:ListInstances in eu-central-1", _aws.Log.All);
        Assert.Empty(_activity.Warnings);
    }

    [Fact]
    public async Task Planning_records_nothing_and_a_second_run_is_Unchanged()
    {
        IChange<CrossAccessConfiguration> change = await PlanAsync(Request);
        Assert.Equal(ChangeStatus.Planned, change.Preview.Status);
        Assert.False(File.Exists(_inventory.Path));
        await InitializeAsync(Request);

        change = await PlanAsync(Request);
        Assert.Null(change.Action);
        Assert.Equal(ChangeStatus.Unchanged, (await change.ApplyAsync(_activity, FakeProvider.Cancellation)).Status);
        Assert.Equal(ChangeStatus.Updated, (await InitializeAsync(Request with { StartUrl = "https://acme.awsapps.com/start" })).Status);
    }

    [Fact]
    public async Task A_home_that_is_the_management_account_is_warned_about_with_the_reason()
    {
        Assert.Equal(FakeProvider.Admin, (await InitializeAsync(Request with { HomeAccountId = null })).HomeAccountId);
        string warning = Assert.Single(_activity.Warnings);
        Assert.Contains("management account", warning, StringComparison.Ordinal);
        Assert.Contains("delegated administrator", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_instance_is_an_error_and_several_are_listed_until_one_is_named()
    {
        _aws.Instances.Add(Other);
        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.InstanceAmbiguous, () => PlanAsync(Request));
        Assert.Contains(Instance.Arn, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Other.Arn, refusal.Message, StringComparison.Ordinal);

        IChange<CrossAccessConfiguration> named = await PlanAsync(Request with { InstanceArn = Other.Arn });
        Assert.Equal((Other.Arn, "eu-central-1"), (named.Preview.InstanceArn, named.Preview.Region));
        Assert.Contains(Instance.Arn, (await Refusal.OfAsync(ClientAccessError.InstanceNotFound, () => PlanAsync(Request with { InstanceArn = "arn:aws:sso:::instance/ssoins-3333333333333333" }))).Message, StringComparison.Ordinal);
        _aws.Instances.Clear();
        await Refusal.OfAsync(ClientAccessError.InstanceNotFound, () => PlanAsync(Request));
    }

    [Fact]
    public async Task A_Region_is_needed_and_the_given_one_wins()
    {
        await PlanAsync(Request with { Region = "us-east-1" });
        Assert.Contains("sso:ListInstances in us-east-1", _aws.Log.All);
        _aws.Ambient = _aws.Ambient! with { Region = null };
        await Refusal.OfAsync(ClientAccessError.RegionNotFound, () => PlanAsync(Request));
    }

    [Fact]
    public async Task Homes_profile_says_which_account_is_home_and_may_not_contradict_the_given_one()
    {
        Assert.Equal(FakeProvider.Home, (await PlanAsync(Request with { HomeAccountId = null, HomeProfileName = "home" })).Preview.HomeAccountId);
        await Refusal.OfAsync(ClientAccessError.AccountMismatch, () => PlanAsync(Request with { HomeAccountId = FakeProvider.Second, HomeProfileName = "home" }));
    }

    [Fact]
    public async Task A_run_that_names_one_thing_changes_one_thing()
    {
        CrossAccessConfiguration first = await InitializeAsync(Request with { HomeAccountId = null, HomeProfileName = "home", StartUrl = "https://acme.awsapps.com/start" });
        Assert.Equal(ChangeStatus.Unchanged, (await InitializeAsync(new InitializationRequest("acme"))).Status);

        CrossAccessConfiguration second = await InitializeAsync(new InitializationRequest("acme") { StartUrl = "https://other.awsapps.com/start" });
        Assert.Equal(first with { StartUrl = "https://other.awsapps.com/start", Status = ChangeStatus.Updated }, second);
    }

    [Fact]
    public async Task Credentials_that_only_see_Identity_Center_are_not_its_administrators()
    {
        _aws.Log.Fail("sso:ListPermissionSets", ClientAccessError.ClientAccessDenied);
        ClientAccessException refused = await Refusal.OfAsync(ClientAccessError.ClientAccessDenied, () => PlanAsync(Request));
        Assert.Contains("may not administer Identity Center", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_inventory.Path));
    }

    [Fact]
    public async Task What_is_asked_for_wrongly_and_another_companys_inventory_are_refused_without_a_request()
    {
        await Refusal.OfAsync(ClientAccessError.InvalidCompanyName, () => PlanAsync(new InitializationRequest("two words")));
        Assert.Empty(_aws.Log.All);
        await Refusal.OfAsync(ClientAccessError.InvalidAccountId, () => PlanAsync(Request with { HomeAccountId = "1" }));
        await InitializeAsync(Request);
        _aws.Log.Clear();
        await Refusal.OfAsync(ClientAccessError.ResourceExists, () => PlanAsync(new InitializationRequest("other")));
        Assert.Empty(_aws.Log.All);
    }

    [Fact]
    public async Task Before_it_every_command_says_what_to_type()
    {
        var provider = new Provider(_aws, _inventory.File, new EnteredRoles());
        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.NotInitialized, () => provider.ConnectAdminAsync(FakeProvider.Cancellation));
        Assert.Contains("Initialize-CrossAccess", refusal.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_of_another_account_than_the_recorded_one_are_refused()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        provider.Aws.Profiles["admin"] = provider.Aws.Profiles["abc"];
        Assert.Contains("-AdminProfileName", (await Refusal.OfAsync(ClientAccessError.AccountMismatch, () => provider.NewProvider().ConnectAdminAsync(FakeProvider.Cancellation))).RecommendedAction, StringComparison.Ordinal);
        provider.Aws.Profiles["home"] = provider.Aws.Profiles["abc"];
        Assert.Contains("-HomeProfileName", (await Refusal.OfAsync(ClientAccessError.AccountMismatch, () => provider.NewProvider().ConnectHomeAsync(FakeProvider.Cancellation))).RecommendedAction, StringComparison.Ordinal);
    }

    private Task<IChange<CrossAccessConfiguration>> PlanAsync(InitializationRequest request) =>
        new Initialization(_aws, _inventory.File, new EnteredRoles()).PlanAsync(request, _activity, FakeProvider.Cancellation);

    private async Task<CrossAccessConfiguration> InitializeAsync(InitializationRequest request) =>
        await (await PlanAsync(request)).ApplyAsync(_activity, FakeProvider.Cancellation);
}
