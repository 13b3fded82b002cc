namespace CrossAccess.Core.Tests;

/// <summary>A provider with one permission set that nobody has yet, and users to give it to, by a clock that stands.</summary>
internal sealed class Rehearsed : IDisposable
{
    private Rehearsed(FakeProvider provider)
    {
        Provider = provider;
        Ana = provider.Aws.Directory.AddUser("ana");
        Ben = provider.Aws.Directory.AddUser("ben");
        provider.Aws.Directory.AddUser("eve");
        provider.Aws.Directory.AddUser("joe");
        Zoe = provider.Aws.Directory.AddUser("zoe");
    }

    public FakeProvider Provider { get; }

    public Principal Ana { get; }

    public Principal Ben { get; }

    public Principal Zoe { get; }

    public DateTimeOffset Now
    {
        get => Provider.Aws.Clock.Now;
        set => Provider.Aws.Clock.Now = value;
    }

    public FakePermissionSet Set => Provider.Aws.Center.Named("AbcReadOnly");

    public IReadOnlyList<AccessEnd> Ends => PermissionSetPolicy.Read(Set.InlinePolicy).Ends;

    public static async Task<Rehearsed> StartAsync()
    {
        FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly"));
        provider.Log.Clear();
        return new Rehearsed(provider);
    }

    /// <summary>Tidies up as one command does.</summary>
    public async Task<IReadOnlyList<ClientAccess>> TidyUpAsync()
    {
        IChange<IReadOnlyList<ClientAccess>> change = await PlanTidyingAsync();
        return await change.ApplyAsync(Provider.Activity, FakeProvider.Cancellation);
    }

    public Task<IChange<IReadOnlyList<ClientAccess>>> PlanTidyingAsync() => Provider.NewGrants().PlanTidyingAsync("Abc", "ReadOnly", FakeProvider.Cancellation);

    public void Dispose() => Provider.Dispose();
}
