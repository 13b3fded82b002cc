namespace CrossAccess;

/// <summary>
/// The service provider as one command sees it: its inventory, and sessions in its admin and home accounts, opened once
/// and only when they are needed. Credentials of another account than the recorded one are refused.
/// </summary>
internal sealed class Provider(IAwsConnector connector, InventoryFile inventory, EnteredRoles entered)
{
    private readonly SharedTask<IAwsSession> _admin = new();
    private readonly SharedTask<IAwsSession> _home = new();

    public InventoryFile InventoryFile => inventory;

    public IAwsConnector Connector => connector;

    public EnteredRoles Entered => entered;

    /// <summary>What the environment said before a role was entered, if one is: home's commands never act as a client.</summary>
    public CredentialSource Ambient => new CredentialSource.Ambient(entered.HomeEnvironment);

    /// <summary>A profile of the AWS configuration files; like <see cref="Ambient"/>, as they were before a role was entered.</summary>
    public CredentialSource ProfileNamed(string name) => new CredentialSource.Profile(name, entered.HomeEnvironment);

    /// <summary>The sign-ins to Identity Center; like <see cref="Ambient"/>, as they were before a role was entered.</summary>
    public SignIns SignIns => new(connector, inventory, entered.HomeEnvironment, CredentialClock.OfProcess);

    /// <summary>AWS's own time.</summary>
    public TimeProvider Clock => connector.Clock;

    public CrossAccessConfiguration Configuration => CrossAccessConfiguration.Of(inventory);

    public Task<IAwsSession> ConnectAdminAsync(CancellationToken cancellation) =>
        _admin.GetAsync(token => ConnectAsync(Configuration.AdminProfileName, Configuration.AdminAccountId, "admin", token), cancellation);

    public Task<IAwsSession> ConnectHomeAsync(CancellationToken cancellation) =>
        _home.GetAsync(token => ConnectAsync(Configuration.HomeProfileName, Configuration.HomeAccountId, "home", token), cancellation);

    /// <summary>Home as its administrator sees it: by the admin account's credentials where that is home itself, for those recorded for home may be an engineer's.</summary>
    public Task<IAwsSession> ConnectHomeAdministratorAsync(CancellationToken cancellation) =>
        Configuration.AdminAccountId == Configuration.HomeAccountId ? ConnectAdminAsync(cancellation) : ConnectHomeAsync(cancellation);

    public async Task<IIdentityCenter> ConnectIdentityCenterAsync(CancellationToken cancellation)
    {
        IAwsSession admin = await ConnectAdminAsync(cancellation).ConfigureAwait(false);
        return admin.IdentityCenter(Configuration.Region, Configuration.InstanceArn);
    }

    public async Task<IIdentityStore> ConnectIdentityStoreAsync(CancellationToken cancellation)
    {
        IAwsSession admin = await ConnectAdminAsync(cancellation).ConfigureAwait(false);
        return admin.IdentityStore(Configuration.Region, Configuration.IdentityStoreId);
    }

    private async Task<IAwsSession> ConnectAsync(string? profileName, string accountId, string which, CancellationToken cancellation)
    {
        CredentialSource source = profileName is null ? Ambient : ProfileNamed(profileName);
        IAwsSession session = await connector.ConnectAsync(source, Configuration.Region, cancellation).ConfigureAwait(false);
        CallerIdentity caller = await session.GetCallerAsync(cancellation).ConfigureAwait(false);
        if (caller.AccountId == accountId) return session;
        throw new ClientAccessException(
            ClientAccessError.AccountMismatch,
            $"{session.Source} belongs to account {caller.AccountId}; the {which} account is {accountId}. Nothing was changed.")
        {
            RecommendedAction = which == "home"
                ? $"Use credentials of account {accountId}, or record a profile of it: Initialize-CrossAccess {Configuration.Company} -HomeProfileName <profile>"
                : $"Use credentials of account {accountId}, or record a profile of it: Initialize-CrossAccess {Configuration.Company} -AdminProfileName <profile>",
        };
    }
}
