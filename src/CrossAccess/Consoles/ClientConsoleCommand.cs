using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>
/// A cmdlet that finds the way to a client's console: signed in by an entered session or by the client's name, or by a link that
/// needs no credentials.
/// </summary>
public abstract class ClientConsoleCommand : ClientCommand
{
    private protected const string SessionSet = "Session";
    private protected const string ClientSet = "Client";
    private protected const string SessionSwitchRoleSet = "SessionSwitchRole";
    private protected const string ClientSwitchRoleSet = "ClientSwitchRole";
    private protected const string SessionPortalSet = "SessionPortal";
    private protected const string ClientPortalSet = "ClientPortal";

    private readonly Lazy<ConsoleSignIns> _signIns;
    private readonly Lazy<SwitchRoleLinks> _switchRoleLinks;
    private readonly Lazy<PortalLinks> _portalLinks;

    private protected ClientConsoleCommand()
    {
        _signIns = new(() => new ConsoleSignIns(Services.Provider, CredentialClock.OfProcess));
        _switchRoleLinks = new(() => new SwitchRoleLinks(Services.Provider));
        _portalLinks = new(() => new PortalLinks(Services.Provider));
    }

    /// <summary>A session of Enter-ClientRole; by default the one that was entered last.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = SessionSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = SessionSwitchRoleSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = SessionPortalSet)]
    [ValidateNotNull]
    public ClientSession? Session { get; set; }

    /// <summary>The client's key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSwitchRoleSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientPortalSet)]
    [Alias("ClientName", "Name")]
    [BlankTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string Client { get; set; } = "";

    /// <summary>The tier; by default ReadOnly.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSwitchRoleSet)]
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientPortalSet)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string[]? Tier { get; set; }

    /// <summary>The account's id or name, where the client has several.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSwitchRoleSet)]
    [Alias("AccountId")]
    [AccountListTransformation]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string[]? Account { get; set; }

    /// <summary>The service whose page opens, such as s3; by default the console's home.</summary>
    [Parameter(ParameterSetName = SessionSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [Parameter(ParameterSetName = SessionPortalSet)]
    [Parameter(ParameterSetName = ClientPortalSet)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    /// <summary>The AWS Region that the page shows; by default the session's, or that of Identity Center.</summary>
    [Parameter(ParameterSetName = SessionSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [Parameter(ParameterSetName = SessionPortalSet)]
    [Parameter(ParameterSetName = ClientPortalSet)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>A page of the console by its path or address, instead of -Service.</summary>
    [Parameter(ParameterSetName = SessionSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [Parameter(ParameterSetName = SessionPortalSet)]
    [Parameter(ParameterSetName = ClientPortalSet)]
    [BlankTransformation]
    public string? Destination { get; set; }

    /// <summary>The AWS profile of the home account to enter from; by default the sign-in of Connect-CrossAccess, else the ambient credentials.</summary>
    [Parameter(ParameterSetName = ClientSet)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? HomeProfileName { get; set; }

    /// <summary>The sign-in to enter from, where several Identity Centers are signed in to.</summary>
    [Parameter(ParameterSetName = ClientSet)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(SignInCompleter))]
    public string? SessionName { get; set; }

    /// <summary>Enters anew even where this process holds a session that lasts.</summary>
    [Parameter(ParameterSetName = ClientSet)]
    public SwitchParameter NoCache { get; set; }

    /// <summary>The link to the console's Switch Role page, for somebody who is in the home account's console.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SessionSwitchRoleSet)]
    [Parameter(Mandatory = true, ParameterSetName = ClientSwitchRoleSet)]
    public SwitchParameter SwitchRole { get; set; }

    /// <summary>What the console shows the role as; by default client, account and tier.</summary>
    [Parameter(ParameterSetName = SessionSwitchRoleSet)]
    [Parameter(ParameterSetName = ClientSwitchRoleSet)]
    [BlankTransformation]
    public string? DisplayName { get; set; }

    /// <summary>The colour that the console shows the role in: a name or six hexadecimal digits; by default the tier's.</summary>
    [Parameter(ParameterSetName = SessionSwitchRoleSet)]
    [Parameter(ParameterSetName = ClientSwitchRoleSet)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ColorCompleter))]
    public string? Color { get; set; }

    /// <summary>The link by which the access portal opens the home account's console with the client's permission set.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SessionPortalSet)]
    [Parameter(Mandatory = true, ParameterSetName = ClientPortalSet)]
    public SwitchParameter Portal { get; set; }

    /// <summary>Whether one record means one console, so that a client from the pipeline does not open ten.</summary>
    private protected abstract bool IsForOne { get; }

    private protected abstract void Write(ConsoleSignIn signIn);

    private protected abstract void Write(SwitchRoleLink link);

    private protected abstract void Write(PortalLink link);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (SwitchRole) MakeSwitchRoleLinks();
        else if (Portal) MakePortalLinks();
        else SignIn();
    }

    private void SignIn()
    {
        ConsolePage page = Page;
        ConsoleSignIns signIns = _signIns.Value;
        if (IsOfSession)
        {
            if (TryRun(Session?.Client, async (activity, cancellation) => await signIns.OfAsync(await LivingSessionAsync(cancellation), page, activity, cancellation), out ConsoleSignIn ofSession)) Write(ofSession);
            return;
        }

        if (!TryRun(Client, (_, _) => Task.FromResult(EntryRequests()), out IReadOnlyList<RoleEntryRequest> requests)) return;
        foreach (RoleEntryRequest request in requests)
        {
            if (TryRun(request.Client, (activity, cancellation) => signIns.EnterAsync(request, page, activity, cancellation), out ConsoleSignIn signIn)) Write(signIn);
        }
    }

    private void MakeSwitchRoleLinks()
    {
        SwitchRoleLinks links = _switchRoleLinks.Value;
        (string? displayName, string? color) = (DisplayName, Color);
        if (IsOfSession)
        {
            if (TryRun(Session?.Client, (_, _) => Task.FromResult(links.Of(RequireSession(), displayName, color)), out SwitchRoleLink ofSession)) Write(ofSession);
            return;
        }

        if (!TryRun(Client, (_, _) => Task.FromResult(ConsoleTargets.Of(Services.Inventory.Read(), Client, Tiers(), Accounts())), out ConsoleTargets targets)) return;
        if (targets.WithoutRole.Count > 0) WriteWarning($"Left out, because the inventory records no such role: {string.Join(", ", targets.WithoutRole.Select(left => $"{left.Client} {left.Tier} ({left.AccountId})"))}.");
        foreach (RoleTarget target in targets.Targets)
        {
            if (TryRun(target.Client, (_, _) => Task.FromResult(links.Of(target, displayName, color)), out SwitchRoleLink link)) Write(link);
        }
    }

    private void MakePortalLinks()
    {
        ConsolePage page = Page;
        PortalLinks links = _portalLinks.Value;
        if (!TryRun(IsOfSession ? Session?.Client : Client, (_, _) => Task.FromResult(ClientTiers()), out IReadOnlyList<(string Client, string Tier)> pairs)) return;
        foreach ((string client, string tier) in pairs)
        {
            if (TryRun(client, (_, _) => Task.FromResult(links.Of(client, tier, page)), out PortalLink link)) Write(link);
        }
    }

    private bool IsOfSession => ParameterSetName is SessionSet or SessionSwitchRoleSet or SessionPortalSet;

    private ConsolePage Page => new() { Service = Service, Region = Region, Destination = Destination };

    private IReadOnlyList<(string Client, string Tier)> ClientTiers() =>
        IsOfSession ? RequireSession() is var session ? [(session.Client, session.Tier)] : [] : [.. Tiers().Select(tier => (Client, tier))];

    private IReadOnlyList<RoleEntryRequest> EntryRequests()
    {
        // A role is entered as it is named; of several tiers none is picked unasked.
        string tier = Tiers() is [var only] ? only : throw Several("tier", Tiers());
        return
        [
            .. (Accounts() ?? (IReadOnlyList<string?>)[null]).Select(account => new RoleEntryRequest(Client, tier)
            {
                Account = account,
                HomeProfileName = HomeProfileName,
                SessionName = SessionName,
                NoCache = NoCache,
            }),
        ];
    }

    private string[] Tiers()
    {
        string[] tiers = Tier ?? ["ReadOnly"];
        return IsForOne && tiers.Length > 1 ? throw Several("tier", tiers) : tiers;
    }

    private string[]? Accounts() => IsForOne && Account is { Length: > 1 } ? throw Several("account", Account) : Account;

    private static ClientAccessException Several(string what, IReadOnlyList<string> given) =>
        new(what == "account" ? ClientAccessError.AccountAmbiguous : ClientAccessError.InvalidText, $"One {what} is needed and {given.Count} are given: {Printable.Of(string.Join(", ", given))}.")
        {
            RecommendedAction = $"Name the one that is meant: -{char.ToUpperInvariant(what[0])}{what[1..]} {Printable.Of(given[0])}",
        };

    // Of a role that is renewed the session that is held may have ended since nobody asked for it.
    private async Task<RoleSession> LivingSessionAsync(CancellationToken cancellation) =>
        Session is null && !MyInvocation.ExpectingInput && Services.Entered.Roles is [{ Served: { } served }, ..] ? await served.GetAsync(cancellation) : RequireSession();

    private RoleSession RequireSession()
    {
        if (Session is { } given)
        {
            return new RoleSession(
                given.Client, given.AccountId, given.AccountName, given.Tier, given.RoleArn, given.Region,
                new AwsCredentials(given.AccessKey, given.SecretAccessKey, given.SessionToken, given.Expiration))
            {
                RoleSessionName = given.RoleSessionName,
            };
        }
        // A row that names no client must not lead to whichever role happens to be entered.
        if (MyInvocation.ExpectingInput) throw NothingNamed();
        return Services.Entered.Sessions is [var innermost, ..] ? innermost : throw NotEntered();
    }

    private static ClientAccessException NothingNamed() => new(ClientAccessError.ClientNotFound, "What came from the pipeline names neither a client nor a session.")
    {
        RecommendedAction = "Give rows a column Client, or pipe from Get-CrossAccessClient or Get-ClientRole",
    };

    private ClientAccessException NotEntered()
    {
        string? inherited = Environment.GetEnvironmentVariable(SessionEnvironment.ClientVariable);
        string tier = Environment.GetEnvironmentVariable(SessionEnvironment.TierVariable) ?? "<tier>";
        return new ClientAccessException(ClientAccessError.NotEntered, inherited is null
            ? "No client's role is entered, and no client is named."
            : $"This shell inherited the role of client '{Printable.Of(inherited)}' from the one that started it and holds no session of its own.")
        {
            RecommendedAction = $"Name the client: {MyInvocation.MyCommand.Name} {Printable.Of(inherited ?? "<client>")} -Tier {Printable.Of(tier)}",
        };
    }
}
