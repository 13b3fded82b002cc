using System.Collections.Concurrent;

namespace CrossAccess.Core.Tests;

/// <summary>An AWS in memory: credentials by profile, by key and from the environment, the roles of accounts, and one Identity Center.</summary>
internal sealed class FakeAws : IAwsConnector
{
    private readonly ConcurrentDictionary<string, FakeIamRoles> _roles = new();
    private readonly ConcurrentDictionary<string, FakeIamPolicies> _policies = new();
    private readonly ConcurrentDictionary<string, FakeIdentity> _keys = new();
    private int _assumed;

    public RequestLog Log { get; } = new();

    public Dictionary<string, FakeIdentity> Profiles { get; } = [];

    public FakeIdentity? Ambient { get; set; }

    /// <summary>The environment that each ambient connection was asked to use.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string?>?> AmbientEnvironments { get; } = new();

    public ConcurrentQueue<RoleAssumption> Assumptions { get; } = new();

    /// <summary>Decides whether AssumeRole is refused; nobody is by default.</summary>
    public Func<RoleAssumption, bool> Refuses { get; set; } = _ => false;

    /// <summary>AWS's words where it refuses.</summary>
    public string Refusal { get; set; } = "User is not authorized to perform: sts:AssumeRole";

    public List<IdentityCenterInstance> Instances { get; } = [];

    public FakeIdentityCenter Center => field ??= new FakeIdentityCenter(Log, Directory, (accountId, policyName) => RolesOf(accountId).ManagedPolicies.ContainsKey(PoliciesOf(accountId).ArnOf(policyName)));

    public FakeIdentityStore Directory => field ??= new FakeIdentityStore(Log);

    public FakePortal Portal { get; } = new();

    public FakeSignInCache SignIns { get; } = new();

    public FakeFederation Federation { get; } = new();

    /// <summary>How long what STS gives lasts.</summary>
    public TimeSpan SessionLife { get; set; } = TimeSpan.FromHours(1);

    public FakeClock Clock { get; } = new();

    TimeProvider IAwsConnector.Clock => Clock;

    ISignInCache IAwsConnector.OpenSignInCache(IReadOnlyDictionary<string, string?>? environment) => SignIns;

    IAccessPortal IAwsConnector.OpenPortal(string region, IReadOnlyDictionary<string, string?>? environment) => Portal;

    IConsoleFederation IAwsConnector.OpenFederation(IReadOnlyDictionary<string, string?>? environment) => Federation;

    public FakeIamRoles RolesOf(string accountId) => _roles.GetOrAdd(accountId, id => new FakeIamRoles(id, Log));

    public FakeIamPolicies PoliciesOf(string accountId) => _policies.GetOrAdd(accountId, id => new FakeIamPolicies(id, RolesOf(id), Center, Log));

    public Task<IAwsSession> ConnectAsync(CredentialSource source, string? region, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (source is CredentialSource.Ambient ambient) AmbientEnvironments.Enqueue(ambient.Environment);
        FakeIdentity? identity = source switch
        {
            CredentialSource.Profile profile => Profiles.GetValueOrDefault(profile.Name)
                ?? throw new ClientAccessException(ClientAccessError.ProfileNotFound, $"There is no profile '{profile.Name}'."),
            CredentialSource.Keys keys => _keys.GetValueOrDefault(keys.Credentials.AccessKeyId),
            CredentialSource.PermissionSet set => FakeIdentity.Session(set.AccountId, $"AWSReservedSSO_{set.Name}_0123456789abcdef", "jane"),
            _ => Ambient,
        };
        if (identity is null) throw new ClientAccessException(ClientAccessError.CredentialsNotFound, $"No credentials in {source}.");
        return Task.FromResult<IAwsSession>(new FakeAwsSession(this, identity, source.ToString(), region ?? identity.Region));
    }

    public IReadOnlyList<string> ListProfiles() => [.. Profiles.Keys];

    /// <summary>Keys in hand that belong to somebody.</summary>
    public CredentialSource.Keys KeysOf(FakeIdentity identity)
    {
        var credentials = new AwsCredentials($"ASIA{Interlocked.Increment(ref _assumed):D16}", "secret-of-the-fake", "token-of-the-fake", DateTimeOffset.UtcNow + SessionLife);
        _keys[credentials.AccessKeyId] = identity;
        return new CredentialSource.Keys(credentials);
    }

    internal async Task<AwsCredentials> AssumeAsync(RoleAssumption assumption, CancellationToken cancellation)
    {
        Assumptions.Enqueue(assumption);
        await Log.SendAsync("sts:AssumeRole", cancellation);
        if (Refuses(assumption)) throw new ClientAccessException(ClientAccessError.ClientAccessDenied, Refusal);
        RoleArn role = RoleArn.Parse(assumption.RoleArn);
        return KeysOf(FakeIdentity.Session(role.AccountId, role.Name, assumption.SessionName)).Credentials;
    }
}
