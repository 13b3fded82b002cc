using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.CloudFormation;
using CrossAccess.Sandbox.CloudTrail;
using CrossAccess.Sandbox.Events;
using CrossAccess.Sandbox.Files;
using CrossAccess.Sandbox.Iam;
using CrossAccess.Sandbox.IdentityCenter;
using CrossAccess.Sandbox.IdentityStore;
using CrossAccess.Sandbox.Organizations;
using CrossAccess.Sandbox.Pages;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Portal;
using CrossAccess.Sandbox.Services;
using CrossAccess.Sandbox.State;
using CrossAccess.Sandbox.Tokens;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox;

/// <summary>
/// A local AWS on a loopback port: an Identity Center, a home account and client accounts, with requests checked, signatures
/// verified and policies evaluated. Everything is gone when it is disposed of, unless it has a file to rest in. All members may be used from any thread.
/// </summary>
public sealed partial class CrossAccessSandbox : IDisposable, IAsyncDisposable
{
    private readonly SandboxClock _clock;
    private readonly Cloud _cloud;
    private readonly UserDirectory _directory;
    private readonly IdentityCenterInstance _instance;
    private readonly PortalSessions _portal;
    private readonly WebIdentities _webIdentities;
    private readonly SignIns _signIns;
    private readonly EventLog _log = new();
    private readonly Faults _faults = new();
    private readonly FrontDoor _door;
    private readonly LoopbackListener _listener;
    private readonly ProfileFiles _files;
    private readonly SessionProfiles _sessionProfiles;
    private readonly Dictionary<string, AccessKey> _administrators = [];
    private readonly string? _statePath;
    private readonly ITimer _due;
    private int _disposed;

    private CrossAccessSandbox(SandboxOptions options)
    {
        SavedSandbox? saved = options.StatePath is { } path ? StateFile.Read(path) : null;
        saved?.CheckFits(options);
        _statePath = options.StatePath;
        _clock = new SandboxClock(options.Clock, saved?.ClockAhead ?? TimeSpan.Zero);
        _cloud = new Cloud(_clock, options.Region) { ConsistencyDelay = options.ConsistencyDelay };
        HomeAccountId = options.HomeAccountId;
        AdminAccountId = options.AdminAccountId;
        ClientAccountIds = saved is null ? [.. options.ClientAccountIds] : [.. saved.ClientAccountIds.Union(options.ClientAccountIds)];
        Organization organization = new(saved?.OrganizationId ?? "o-" + RandomNames.HexDigits(10), options.ManagementAccountId ?? options.AdminAccountId, options.AdminAccountId);
        OpenAccounts(organization, saved);
        _directory = saved?.Directory.Restore() ?? new UserDirectory();
        FillDirectory(options);
        _instance = OpenIdentityCenter(options, organization, saved?.IdentityCenter);
        _portal = new PortalSessions(_cloud, _instance);
        _webIdentities = new WebIdentities(_cloud);
        _signIns = new SignIns(_cloud, _portal, _directory, PortalUrl, () => EndpointUrl) { Approver = Approver(options) };
        Seed = options.Seed ?? Random.Shared.Next();
        _door = new FrontDoor(_cloud, Services(), _log, _faults)
        {
            Latency = options.Latency,
            Settle = Settle,
            Pages = Pages().Answer,
            Rates = options.Limits == SandboxLimits.Aws ? new RequestRates(_clock) : null,
            Dice = options.FaultRate > 0 ? new FaultDice(options.FaultRate, options.FaultKinds, Seed) : null,
        };
        _due = _clock.CreateTimer(_ => SettleWhenDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _listener = new LoopbackListener(options.Port, _door.HandleAsync);
        _files = new ProfileFiles(Region, EndpointUrl);
        _files.Add([.. StandingProfiles()]);
        _sessionProfiles = new SessionProfiles(_files, _portal, _instance, HomeAccountId);
        _instance.AccessChanged = _sessionProfiles.Refresh;
        foreach (AssignmentKey key in _instance.AssignmentsIn(HomeAccountId).ToList())
            _sessionProfiles.Refresh(key);
    }

    /// <summary>The address of every service, such as http://127.0.0.1:40123.</summary>
    public string EndpointUrl => $"http://127.0.0.1:{Port}";

    /// <summary>The loopback port.</summary>
    public int Port => _listener.Port;

    /// <summary>Identity Center's primary Region.</summary>
    public string Region => _cloud.Region;

    /// <summary>The access portal's address, as the AWS CLI's sso_start_url wants it.</summary>
    public string PortalUrl => $"https://{IdentityStoreId}.awsapps.com/start";

    /// <summary>The account from which Identity Center is administered.</summary>
    public string AdminAccountId { get; }

    /// <summary>The account in which permission sets are assigned.</summary>
    public string HomeAccountId { get; }

    /// <summary>The accounts outside the organization.</summary>
    public IReadOnlyList<string> ClientAccountIds { get; }

    /// <summary>The Identity Center instance's ARN.</summary>
    public string InstanceArn => _instance.Arn;

    /// <summary>The identity store's id (d-…).</summary>
    public string IdentityStoreId => _directory.Id;

    /// <summary>The directory's users now.</summary>
    public IReadOnlyList<SandboxUser> Users => Locked(() => _directory.Users.ToList());

    /// <summary>The directory's groups now.</summary>
    public IReadOnlyList<SandboxGroup> Groups => Locked(() => _directory.Groups.Select(Show).ToList());

    /// <summary>The requests answered so far, in the order of the answers; of more than 100,000 the newest.</summary>
    public IReadOnlyList<SandboxEvent> Events => _log.Snapshot();

    /// <summary>The AWS config file with a profile for every account and every user who is assigned in home.</summary>
    public string ConfigFile => _files.ConfigFile;

    /// <summary>The credentials file that goes with <see cref="ConfigFile"/>.</summary>
    public string CredentialsFile => _files.CredentialsFile;

    /// <summary>The private folder of both files.</summary>
    public string Folder => _files.Folder;

    /// <summary>The file in which it rests, or null.</summary>
    public string? StatePath => _statePath;

    /// <summary>What chance follows from; give it again to have the same faults again.</summary>
    public int Seed { get; }

    /// <summary>The time by the clock of tokens, sessions and records.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Awaited when a request has been routed and before anything is done about it; a test holds requests here. What it throws resets the connection.</summary>
    public Func<SandboxRequest, CancellationToken, Task>? BeforeHandling
    {
        get => _door.BeforeHandling;
        set => _door.BeforeHandling = value;
    }

    /// <summary>Awaited when a request has been carried out and before its answer is written. What it throws resets the connection.</summary>
    public Func<SandboxRequest, CancellationToken, Task>? BeforeResponse
    {
        get => _door.BeforeResponse;
        set => _door.BeforeResponse = value;
    }

    /// <summary>How many requests are being worked on now.</summary>
    public int RequestsInFlight => _door.InFlight;

    /// <summary>The most requests that were ever worked on at once.</summary>
    public int MostRequestsInFlight => _door.MostInFlight;

    /// <summary>Starts a Sandbox.</summary>
    /// <exception cref="ArgumentException">An account id is not twelve digits or given twice, a group names an unknown user, or an unknown user is to approve.</exception>
    /// <exception cref="InvalidDataException">The state's file holds no Sandbox, or one of another layout.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    public static CrossAccessSandbox Start(SandboxOptions? options = null) => new(options ?? new SandboxOptions());

    /// <summary>The access key of an account's administrator.</summary>
    /// <exception cref="KeyNotFoundException">The Sandbox has no such account.</exception>
    public AccessKey AdministratorOf(string accountId)
        => _administrators.TryGetValue(accountId, out AccessKey? key) ? key : throw new KeyNotFoundException($"The Sandbox has no account {accountId}.");

    /// <summary>Signs a user in to the home account with a permission set, as through the access portal.</summary>
    /// <exception cref="InvalidOperationException">There is no such user, it is disabled, or the set is not assigned to it in home.</exception>
    public SandboxSession SignIn(string user, string permissionSetName) => Locked(() =>
    {
        Settle();
        if (FindUser(user).DisabledAt is not null)
            throw new InvalidOperationException($"The user {user} is disabled.");
        Credential credential = _portal.RoleCredential(FindUser(user), HomeAccountId, permissionSetName)
            ?? throw new InvalidOperationException($"The user {user} is not assigned the permission set {permissionSetName} in the home account {HomeAccountId}.");
        return new SandboxSession(credential.AccessKeyId, credential.SecretAccessKey, credential.SessionToken!, credential.Expiration!.Value, credential.Caller.Arn);
    });

    /// <summary>A bearer token with which the portal's API knows the user; good for eight hours.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public string IssuePortalToken(string user) => Locked(() => _portal.Issue(_portal.Begin(FindUser(user)), PortalSessions.Life));

    /// <summary>Approves, as the user, the device sign-in that shows the code.</summary>
    /// <exception cref="InvalidOperationException">There is no such user, or no device waits under that code.</exception>
    public void ApproveDevice(string userCode, string user) => Locked(() =>
    {
        DeviceAuthorization device = _signIns.FindDevice(userCode) ?? throw new InvalidOperationException($"No device waits under the code {userCode}.");
        device.ApprovedBy = FindUser(user);
        return true;
    });

    /// <summary>A token of the Sandbox's identity provider for AssumeRoleWithWebIdentity, as a CI system would be given; good for an hour.</summary>
    public string IssueWebIdentityToken(string subject, string audience = "sts.amazonaws.com") => Locked(() => _webIdentities.Issue(subject, audience));

    /// <summary>The identity provider's ARN in an account, for a trust policy's Federated principal; its condition keys are oidc.sandbox.example:sub and :aud.</summary>
    public string WebIdentityProviderArn(string accountId) => WebIdentities.ProviderArn(accountId, _cloud.Partition);

    /// <summary>Makes or replaces a customer managed policy and returns its ARN; an edit takes effect at once.</summary>
    /// <exception cref="ArgumentException">The document is not a policy.</exception>
    /// <exception cref="KeyNotFoundException">The Sandbox has no such account.</exception>
    public string PutManagedPolicy(string accountId, string name, string document, string path = "/") => Locked(() =>
    {
        AwsAccount account = _cloud.Accounts[accountId];
        string arn = $"arn:{account.Partition}:iam::{accountId}:policy{path}{name}";
        try
        {
            PolicyDocument parsed = PolicyDocument.Parse(document, PolicyKind.Identity);
            if (account.ManagedPolicies.TryGetValue(arn, out CustomerManagedPolicy? standing))
                standing.Replace(parsed, _cloud.Now);
            else
                account.ManagedPolicies.Add(arn, new CustomerManagedPolicy(name, path, arn, parsed, _cloud.Now));
        }
        catch (MalformedPolicy malformed)
        {
            throw new ArgumentException(malformed.Message, nameof(document), malformed);
        }
        return arn;
    });

    /// <summary>Has the next calls of an operation answered with an error instead of being carried out.</summary>
    /// <param name="operation">The operation, such as CreateRole.</param>
    /// <param name="errorCode">AWS's code; "Throttling" becomes what the operation's own service says.</param>
    /// <param name="times">How many calls.</param>
    public void Fail(string operation, string errorCode, int times = 1) => _faults.Order(operation, errorCode, times);

    /// <summary>
    /// Turns the clock on, so that sessions, tokens and grants age and what is outstanding comes due. Signatures are judged by
    /// the machine's own clock, so that clients need not know.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It would turn the clock back.</exception>
    public void Advance(TimeSpan by) => Locked(() =>
    {
        _clock.Advance(by);
        Settle();
        return true;
    });

    /// <summary>Forgets the events so far.</summary>
    public void ClearEvents() => _log.Clear();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await _listener.DisposeAsync();
        await _due.DisposeAsync();
        try
        {
            if (_statePath is not null)
                Save();
        }
        finally
        {
            lock (_cloud.Gate)
                _files.Dispose();
        }
    }

    // Under the lock. What is accepted is carried out in its time even when nobody asks after it.
    private void Settle()
    {
        _instance.Settle();
        if (_instance.NextDue is { } next)
            _due.Change(TimeSpan.FromMilliseconds(Math.Clamp((next - _cloud.Now).TotalMilliseconds, 1, int.MaxValue)), Timeout.InfiniteTimeSpan);
    }

    private void SettleWhenDue()
    {
        lock (_cloud.Gate)
        {
            if (!Directory.Exists(Folder))
                return;
            try
            {
                Settle();
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                // A profile that cannot be written must not end the process; SignIn gives the same keys.
            }
        }
    }

    /// <summary>The services with their operations, as requests are dispatched to them.</summary>
    internal IReadOnlyList<Service> Imitated => _door.Services;

    private Service[] Services()
    {
        Service iam = IamService.Create();
        return
        [
            TokenService.Create(_webIdentities),
            iam,
            IdentityCenterService.Create(_instance, Region),
            new IdentityStoreService(_directory, AdminAccountId, _instance.IsAdministeredFrom, Region).Create(),
            new PortalService(_portal).Create(),
            new OidcService(_cloud, _portal, _signIns).Create(),
            OrganizationsService.Create(),
            new CloudTrailService(_log).Create(),
            new CloudFormationService(iam, _log).Create(),
        ];
    }

    private BrowserPages Pages()
    {
        ApprovalForm form = new(_signIns, () => EndpointUrl);
        ConsoleSessions consoles = new(_cloud, _log);
        return new BrowserPages(_cloud,
        [
            new AuthorizePage(_signIns, form),
            new DevicePage(_signIns, form),
            new FederationPage(consoles, () => EndpointUrl),
            new SwitchRolePage(consoles),
            new ConsolePage(consoles),
        ]);
    }

    private Func<SandboxUser?> Approver(SandboxOptions options)
    {
        if (options.ApproveSignInAs is not { } name)
            return static () => null;
        return _directory.FindUserByName(name) is null
            ? throw new ArgumentException($"Sign-ins are to be approved as {name}, who is not a user.", nameof(options))
            : () => _directory.FindUserByName(name);
    }

    private IEnumerable<Profile> StandingProfiles()
    {
        yield return Named("sandbox-admin", AdminAccountId);
        yield return Named("sandbox-home", HomeAccountId);
        foreach (string client in ClientAccountIds)
            yield return Named("client-" + client, client);
    }

    private Profile Named(string name, string accountId) => new(name, _administrators[accountId].AccessKeyId, _administrators[accountId].SecretAccessKey, null);

    private T Locked<T>(Func<T> read)
    {
        lock (_cloud.Gate)
            return read();
    }
}
