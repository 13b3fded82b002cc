namespace CrossAccess;

/// <summary>Assumes a client's role from home credentials, with the caller's own name on it.</summary>
internal sealed class RoleEntry(Provider provider)
{
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestChainedSession = TimeSpan.FromHours(1);
    private static readonly TimeSpan[] SettlingPauses = [.. new[] { 1, 2, 3, 5, 8, 13 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <exception cref="ClientAccessException">ClientAccessDenied, with the links that may be missing; ClientNotFound; AccountAmbiguous; AccountMismatch; …</exception>
    public async Task<RoleSession> EnterAsync(RoleEntryRequest request, IActivity activity, CancellationToken cancellation)
    {
        Inventory inventory = provider.InventoryFile.Read();
        CrossAccessConfiguration configuration = provider.Configuration;
        string client = inventory.KeyOf(request.Client);
        AccessTier tier = inventory.RequireTier(request.Tier);
        InventoryAccount account = inventory.RequireClient(client).RequireAccount(client, request.Account);
        InventoryRole role = account.Roles.GetValueOrDefault(tier.Tier)
            ?? new InventoryRole(RoleArn.Of(configuration.Partition, account.Id, NamingConvention.RoleName(configuration.Company, tier)).ToString());
        CheckDuration(request.Duration);

        IAwsSession home = await ConnectHomeAsync(request, configuration, cancellation).ConfigureAwait(false);
        CallerIdentity caller = await home.GetCallerAsync(cancellation).ConfigureAwait(false);
        if (caller.AccountId != configuration.HomeAccountId) throw NotHome(home, caller, configuration);
        activity.Verbose($"Entering {role.Arn} as {caller.Arn}, from {home.Source}.");

        var assumption = new RoleAssumption(role.Arn, RoleSessionName.Of(caller))
        {
            ExternalId = role.ExternalId,
            SourceIdentity = RoleSessionName.SourceIdentityOf(caller),
            Duration = DurationFor(request.Duration, caller, activity),
        };
        (AwsCredentials credentials, string? sourceIdentity) = await AssumeAsync(home, assumption, caller, client, tier, activity, cancellation).ConfigureAwait(false);
        string region = request.Region ?? home.Region ?? configuration.Region;
        return new RoleSession(client, account.Id, account.Name, tier.Tier, role.Arn, region, credentials)
        {
            RoleSessionName = assumption.SessionName,
            SourceIdentity = sourceIdentity,
            Reason = request.Reason,
        };
    }

    // The engineer's own credentials first: the recorded profile may be the admin's.
    private async Task<IAwsSession> ConnectHomeAsync(RoleEntryRequest request, CrossAccessConfiguration configuration, CancellationToken cancellation)
    {
        if (request.HomeProfileName is { } profile)
            return await provider.Connector.ConnectAsync(new CredentialSource.Profile(profile), request.Region, cancellation).ConfigureAwait(false);
        try
        {
            return await provider.Connector.ConnectAsync(provider.Ambient, request.Region, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.CredentialsNotFound && configuration.HomeProfileName is not null)
        {
            return await provider.ConnectHomeAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<(AwsCredentials Credentials, string? SourceIdentity)> AssumeAsync(
        IAwsSession home, RoleAssumption assumption, CallerIdentity caller, string client, AccessTier tier, IActivity activity, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await AssumeOnceAsync(home, assumption, activity, cancellation).ConfigureAwait(false);
            }
            catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
            {
                if (attempt >= SettlingPauses.Length || HoldsAnotherSet(caller, client, tier) || !NewRoles.MayStillSettle(assumption.RoleArn)) throw Denied(e, assumption, caller, client, tier);
            }
            activity.Progress($"Entering {client}", "The role was made a moment ago; waiting for IAM to know it everywhere");
            await Task.Delay(SettlingPauses[attempt], cancellation).ConfigureAwait(false);
        }
    }

    // A role made by hand does not allow a source identity, and refuses the whole request for it.
    private static async Task<(AwsCredentials Credentials, string? SourceIdentity)> AssumeOnceAsync(IAwsSession home, RoleAssumption assumption, IActivity activity, CancellationToken cancellation)
    {
        try
        {
            return (await home.SecurityTokens.AssumeRoleAsync(assumption, cancellation).ConfigureAwait(false), assumption.SourceIdentity);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied && assumption.SourceIdentity is not null)
        {
            AwsCredentials credentials = await home.SecurityTokens.AssumeRoleAsync(assumption with { SourceIdentity = null }, cancellation).ConfigureAwait(false);
            activity.Verbose("The role does not allow a source identity; CloudTrail shows the session name alone.");
            return (credentials, null);
        }
    }

    private static TimeSpan? DurationFor(TimeSpan? asked, CallerIdentity caller, IActivity activity)
    {
        if (!caller.IsAssumedRole || asked is not { } duration || duration <= LongestChainedSession) return asked;
        activity.Warn("A session entered from another role's session lasts an hour at most: AWS refuses more. This one lasts an hour.");
        return LongestChainedSession;
    }

    private static void CheckDuration(TimeSpan? duration)
    {
        if (duration is not { } asked || (asked >= ShortestSession && asked <= LongestSession)) return;
        throw new ClientAccessException(ClientAccessError.InvalidDuration, $"A session lasts 15 minutes to 12 hours; {asked} is not between. Type -Duration 1:00, for instance.");
    }

    // A role that settles will still not trust a session of another permission set: waiting would only delay the answer.
    private static bool HoldsAnotherSet(CallerIdentity caller, string client, AccessTier tier) =>
        caller.PermissionSetName is { } held && held != client + tier.Tier;

    private static ClientAccessException Denied(ClientAccessException e, RoleAssumption assumption, CallerIdentity caller, string client, AccessTier tier)
    {
        string set = client + tier.Tier;
        string why = caller.PermissionSetName switch
        {
            null => $"These credentials are no session of permission set {set}, by which the role is entered, but {caller.Arn}.",
            { } held when held != set => $"These credentials are of permission set {held}; this role is entered with {set}.",
            _ => $"Permission set {set} was not provisioned since it last changed, the role does not exist, or its trust names another set.",
        };
        return e.As(
            ClientAccessError.ClientAccessDenied,
            $"AWS refused to let {caller.AttributedName} enter {assumption.RoleArn}. {why} AWS said: {(e.InnerException ?? e).Message}",
            $"Sign in with permission set {set}. To have it granted, an admin types: Grant-ClientAccess {client} -Tier {tier.Tier} -User {caller.AttributedName}");
    }

    private ClientAccessException NotHome(IAwsSession home, CallerIdentity caller, CrossAccessConfiguration configuration)
    {
        string? inherited = provider.Entered.Sessions.Count == 0 ? Environment.GetEnvironmentVariable(SessionEnvironment.ClientVariable) : null;
        string why = inherited is null ? "" : $" This shell inherited the role of client '{Printable.Of(inherited)}' from the one that started it.";
        return new ClientAccessException(
            ClientAccessError.AccountMismatch,
            $"The credentials of {home.Source} belong to account {caller.AccountId}; roles are entered from the home account {configuration.HomeAccountId}. Nothing was entered.{why}")
        {
            RecommendedAction = "Name home's credentials: set $env:AWS_PROFILE to a profile of the home account, or type -HomeProfileName <profile>",
        };
    }
}
