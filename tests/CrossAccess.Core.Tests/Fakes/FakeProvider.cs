namespace CrossAccess.Core.Tests;

/// <summary>A provider that is set up: company acme, home and admin accounts, one client account, and a fake AWS that knows them.</summary>
internal sealed class FakeProvider : IDisposable
{
    public const string Admin = "999999999999";
    public const string Home = "111111111111";
    public const string Remote = "222222222222";
    public const string Second = "333333333333";
    public const string RoleArnOfAbc = "arn:aws:iam::222222222222:role/acme-read-only";

    private readonly TemporaryInventory _inventory = new();

    public FakeProvider()
    {
        Aws.Profiles["admin"] = FakeIdentity.Session(Admin, "AWSReservedSSO_Admin_0123456789abcdef", "jane");
        Aws.Profiles["home"] = FakeIdentity.Session(Home, "AWSReservedSSO_AbcReadOnly_0123456789abcdef", "jane");
        Aws.Profiles["abc"] = FakeIdentity.User(Remote, "root-like");
        Aws.Profiles["abc-second"] = FakeIdentity.User(Second, "root-like");
        Aws.Ambient = Aws.Profiles["home"];
    }

    public FakeAws Aws { get; } = new();

    public RequestLog Log => Aws.Log;

    public RecordedActivity Activity { get; } = new();

    public EnteredRoles Entered { get; } = new();

    public InventoryFile File => _inventory.File;

    public Inventory Inventory => File.Read();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A provider as each command makes it: nothing is remembered from the last one but the inventory.</summary>
    public Provider NewProvider() => new(Aws, File, Entered);

    public static async Task<FakeProvider> StartAsync(Func<Inventory, Inventory>? change = null)
    {
        var provider = new FakeProvider();
        await provider.UpdateAsync(inventory => inventory with
        {
            Company = "acme",
            Region = "eu-west-1",
            InstanceArn = FakeIdentityCenter.InstanceArn,
            IdentityStoreId = "d-1234567890",
            AdminAccountId = Admin,
            HomeAccountId = Home,
            AdminProfileName = "admin",
            HomeProfileName = "home",
        });
        if (change is not null) await provider.UpdateAsync(change);
        return provider;
    }

    /// <summary>With client Abc and its one account recorded.</summary>
    public static Task<FakeProvider> StartWithAbcAsync() => StartAsync(inventory => inventory.WithAccount("Abc", Remote));

    public Task UpdateAsync(Func<Inventory, Inventory> change) => File.UpdateAsync(change, Cancellation);

    public async Task<RemoteAccessRole> MakeRoleAsync(RemoteAccessRoleRequest request) =>
        await (await PlanRoleAsync(request)).ApplyAsync(Activity, Cancellation);

    public Task<IChange<RemoteAccessRole>> PlanRoleAsync(RemoteAccessRoleRequest request)
    {
        Provider provider = NewProvider();
        return new RemoteAccessRoles(provider, new RemoteAccounts(provider)).PlanAsync(request, Activity, Cancellation);
    }

    public ClientPermissionSets NewPermissionSets()
    {
        Provider provider = NewProvider();
        return new ClientPermissionSets(provider, new PermissionSetIndex(provider), new IdentityCenterRequests());
    }

    public async Task<ClientPermissionSet> MakeSetAsync(ClientPermissionSetRequest request)
    {
        IChange<ClientPermissionSet> change = await NewPermissionSets().PlanAsync(request, Activity, Cancellation);
        return await change.ApplyAsync(Activity, Cancellation);
    }

    public ClientAccessGrants NewGrants(IdentityCenterRequests? requests = null)
    {
        Provider provider = NewProvider();
        return new ClientAccessGrants(provider, new PermissionSetIndex(provider), new Principals(provider), requests ?? new IdentityCenterRequests());
    }

    public async Task<ClientAccess> GrantAsync(ClientAccessRequest request)
    {
        IChange<ClientAccess> change = await NewGrants().PlanAsync(request, Activity, Cancellation);
        return await change.ApplyAsync(Activity, Cancellation);
    }

    public async Task<ClientAccess> RevokeAsync(ClientAccessRequest request)
    {
        IChange<ClientAccess> change = await NewGrants().PlanRevocationAsync(request, Activity, Cancellation);
        return await change.ApplyAsync(Activity, Cancellation);
    }

    public Task<RoleSession> EnterAsync(RoleEntryRequest request) => new RoleEntry(NewProvider()).EnterAsync(request, Activity, Cancellation);

    public void Dispose() => _inventory.Dispose();
}
