using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>
/// Ends what is still live in clients' roles: a role-wide deny of the sessions issued before a time. AWS has no list of sessions
/// and no way to end one of them.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
/// </summary>
/// <param name="timers">What pauses are measured by.</param>
internal sealed class ClientSessionRevocations(
    Provider provider, RemoteAccounts remote, ClientAccessGrants grants, Principals principals, UserDenials denials, TimeProvider timers)
{
    // IAM is eventually consistent: until what was changed a moment ago is in force everywhere, somebody may still have entered.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromSeconds(5);

    // Who meets one of these may not change the role, and whoever may is the client's admin.
    private static readonly ClientAccessError[] NotAllowed =
    [
        ClientAccessError.ClientAccessDenied, ClientAccessError.AccountMismatch, ClientAccessError.CredentialsNotFound, ClientAccessError.CredentialsExpired, ClientAccessError.CredentialsInvalid,
        ClientAccessError.ProfileNotFound, ClientAccessError.ProfileUnusable, ClientAccessError.SignInRequired, ClientAccessError.AccessNotGranted,
    ];

    private readonly SettledChanges _changes = new();
    private readonly CutOffReader _cutOff = new(provider, grants);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Time, IReadOnlyList<Principal> Denied)> _revoked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SharedTask<bool>> _denied = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>The accounts and tiers that are meant: those named, else all for which the inventory records a role.</summary>
    /// <exception cref="ClientAccessException">ClientNotFound, AccountNotFound, TierNotFound; RoleNotFound where no role is recorded.</exception>
    public IReadOnlyList<(string AccountId, string Tier)> ListRoles(string client, string? accountId, IReadOnlyList<string>? tiers)
    {
        Inventory inventory = provider.InventoryFile.Read();
        string key = inventory.KeyOf(client);
        string[]? wanted = tiers is null ? null : [.. tiers.Select(tier => inventory.RequireTier(tier).Tier).Distinct(StringComparer.Ordinal)];
        if (accountId is not null && wanted is not null) return [.. wanted.Select(tier => (accountId, tier))];

        InventoryClient known = inventory.RequireClient(client);
        InventoryAccount[] accounts = accountId is not null ? [known.RequireAccount(key, accountId)] : known.Accounts.IsEmpty ? [known.RequireAccount(key, null)] : [.. known.Accounts];
        (string, string)[] recorded = [.. accounts.SelectMany(account => account.Roles.Keys.Where(tier => wanted?.Contains(tier, StringComparer.OrdinalIgnoreCase) ?? true).Select(tier => (account.Id, tier)))];
        if (recorded.Length > 0) return recorded;
        if (wanted is not null) return [.. accounts.SelectMany(account => wanted.Select(tier => (account.Id, tier)))];
        throw new ClientAccessException(ClientAccessError.RoleNotFound, $"The inventory records no role of {key} in {string.Join(", ", accounts.Select(account => account.Id))}.")
        {
            RecommendedAction = $"Name the tiers: Revoke-ClientSession {key} -Tier ReadOnly",
        };
    }

    /// <summary>Reads who is cut off, and plans the deny. Changes nothing.</summary>
    /// <exception cref="ClientAccessException">RoleNotFound, RoleExists for another's, SessionDenyUnclear, RequestRejected for a session of the very role; ClientAccessDenied and others with the command for the client's admin.</exception>
    public Task<IChange<RevokedClientSession>> PlanAsync(SessionRevocationRequest request, IActivity activity, CancellationToken cancellation)
    {
        RevokedRole role = RoleOf(request);
        return _changes.PlanAsync(role.Arn.ToString(), token => PlanAsync(role, activity, token), cancellation);
    }

    /// <summary>Plans to take the deny out, once nobody is left whom it denies. Changes nothing.</summary>
    /// <exception cref="ClientAccessException">As for <see cref="PlanAsync(SessionRevocationRequest, IActivity, CancellationToken)"/>; SessionDenyNeeded before that.</exception>
    public Task<IChange<RevokedClientSession>> PlanLiftAsync(SessionRevocationRequest request, CancellationToken cancellation)
    {
        RevokedRole role = RoleOf(request);
        return _changes.PlanAsync(role.Arn.ToString(), token => PlanLiftAsync(role, token), cancellation);
    }

    private RevokedRole RoleOf(SessionRevocationRequest request) => RevokedRole.Of(request, provider.InventoryFile.Read(), provider.Configuration);

    private async Task<IChange<RevokedClientSession>> PlanAsync(RevokedRole role, IActivity activity, CancellationToken cancellation)
    {
        RefuseVia(role);
        IReadOnlyList<Principal> users = await FindUsersAsync(role.Request.Users, cancellation).ConfigureAwait(false);
        if (users.Count > 0) await denials.RequireRoomAsync(users, cancellation).ConfigureAwait(false);
        RevokedRoleState state;
        try
        {
            state = await OrByAdminAsync(role, PutNow, () => ReadAsync(role, cancellation)).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (users.Count > 0 && NotAllowed.Contains(e.Error))
        {
            return PlanInHomeAlone(role, users, e, activity);
        }
        // Another row of this command has ended them a moment ago.
        if (_revoked.TryGetValue(state.Found.Arn, out (DateTimeOffset Time, IReadOnlyList<Principal> Denied) done) && users.All(done.Denied.Contains)) return Unchanged(state, done.Time);
        if (users.Count == 0 && state.DeniedBefore is { } time && time >= provider.Clock.GetUtcNow()) return Unchanged(state, time);

        CutOff cutOff = await _cutOff.ReadAsync(state.Role, state.Found, users, cancellation).ConfigureAwait(false);
        Warn(state.Role, cutOff, activity);
        if (users.Count > 0 && cutOff.PermissionSetName is { } set) await WarnWhereUncoveredAsync(state.Role, set, users, activity, cancellation).ConfigureAwait(false);
        string first = users.Count == 0 ? "" : $"deny {Listed(users)} in home, then ";
        string who = cutOff.Listed is { } listed ? $", which {(users.Count == 0 ? "" : "also ")}cuts off {listed}; they may enter again at once" : "";
        string unknown = cutOff.Obstacle is null ? "" : ", whoever they are: that could not be read";
        return new PlannedChange<RevokedClientSession>(
            state.Role.Target, $"{first}end the sessions issued until now{who}{unknown}", state.ToResult(ChangeStatus.Planned, revokedBefore: null), (say, token) => ApplyAsync(state, users, say, token));
    }

    private async Task<RevokedClientSession> ApplyAsync(RevokedRoleState state, IReadOnlyList<Principal> users, IActivity activity, CancellationToken cancellation)
    {
        DateTimeOffset time = default;
        ChangeSteps steps = DenialsInHome(users);
        steps.Add($"deny the sessions of {state.Role.Arn.Name} that were issued until now", async token => time = await DenyAsync(state, token).ConfigureAwait(false));
        steps.Add("deny those that were issued meanwhile", async token =>
        {
            activity.Progress($"Ending sessions in {state.Role.Client}", "Waiting until IAM knows it everywhere, to end what was opened meanwhile");
            await Task.Delay(BeforeRepeating, timers, token).ConfigureAwait(false);
            time = await DenyAsync(state, token).ConfigureAwait(false);
        });
        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        _revoked[state.Found.Arn] = (time, users);
        return state.ToResult(state.DeniedBefore is not { } before ? ChangeStatus.Created : before == time ? ChangeStatus.Unchanged : ChangeStatus.Updated, time);
    }

    // What can be done without the client is done: the rest is an error that says so.
    private PlannedChange<RevokedClientSession> PlanInHomeAlone(RevokedRole role, IReadOnlyList<Principal> users, ClientAccessException unreachable, IActivity activity)
    {
        Say(activity, $"The sessions of {role.Arn.Name} in account {role.AccountId} stay open: {unreachable.Message}");
        return new PlannedChange<RevokedClientSession>(
            role.Target,
            $"deny {Listed(users)} in home, and leave the sessions of the role open, since it may not be changed",
            role.ToResult(ChangeStatus.Planned),
            async (say, token) =>
            {
                ChangeSteps steps = DenialsInHome(users);
                steps.Add($"deny the sessions of {role.Arn.Name} that were issued until now", _ => throw unreachable);
                await steps.RunAsync(say, token).ConfigureAwait(false);
                throw unreachable;
            });
    }

    // Home first: whoever is denied only in the client's account opens the next session a second later.
    private ChangeSteps DenialsInHome(IReadOnlyList<Principal> users)
    {
        var steps = new ChangeSteps();
        foreach (Principal user in users)
            steps.Add($"deny {Name(user)} in home", token => _denied.GetOrAdd(user.Id, static _ => new SharedTask<bool>()).GetAsync(cancellation => denials.DenyAsync(user, cancellation), token));
        return steps;
    }

    private async Task<IReadOnlyList<Principal>> FindUsersAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var users = new List<Principal>();
        foreach (string name in names.Distinct(StringComparer.OrdinalIgnoreCase))
            users.Add(await principals.RequireAsync(PrincipalType.User, name, cancellation).ConfigureAwait(false));
        return [.. users.DistinctBy(user => user.Id)];
    }

    private static string Listed(IReadOnlyList<Principal> users) => string.Join(", ", users.Select(Name));

    private static string Name(Principal user) => $"user {Printable.Of(user.Name)}";

    // By the policy as it is at that moment: a later time than ours, whoever wrote it, stays.
    private Task<DateTimeOffset> DenyAsync(RevokedRoleState planned, CancellationToken cancellation) => OrByAdminAsync(planned.Role, PutNow, async () =>
    {
        RevokedRoleState current = await planned.ReadAgainAsync(cancellation).ConfigureAwait(false);
        DateTimeOffset time = Now();
        if (current.DeniedBefore is { } there && there >= time) time = there;
        else await current.Roles.PutInlinePolicyAsync(current.Role.Arn.Name, OlderSessionsPolicy.Name, OlderSessionsPolicy.Before(time).ToString(), cancellation).ConfigureAwait(false);
        RoleSessionCache.OfProcess.ForgetRole(current.Found.Arn);
        return time;
    });

    private async Task<IChange<RevokedClientSession>> PlanLiftAsync(RevokedRole role, CancellationToken cancellation)
    {
        RefuseVia(role);
        RevokedRoleState state = await OrByAdminAsync(role, command: null, () => ReadAsync(role, cancellation)).ConfigureAwait(false);
        if (state.DeniedBefore is not { } time) return Unchanged(state, null);
        RequireOver(state);
        return new PlannedChange<RevokedClientSession>(
            state.Role.Target,
            $"delete its inline policy {OlderSessionsPolicy.Name}: every session that it denies is over",
            state.ToResult(ChangeStatus.Planned, time),
            (activity, token) => LiftAsync(state, token));
    }

    private Task<RevokedClientSession> LiftAsync(RevokedRoleState planned, CancellationToken cancellation) => OrByAdminAsync(planned.Role, role => ClientAdminCommands.DeleteDeny(role.Arn.Name), async () =>
    {
        // Somebody may have ended newer sessions since.
        RevokedRoleState current = await planned.ReadAgainAsync(cancellation).ConfigureAwait(false);
        if (current.DeniedBefore is not { } time) return current.ToResult(ChangeStatus.Unchanged, null);
        RequireOver(current);
        await current.Roles.DeleteInlinePolicyAsync(current.Role.Arn.Name, OlderSessionsPolicy.Name, cancellation).ConfigureAwait(false);
        return current.ToResult(ChangeStatus.Removed, time);
    });

    private void RequireOver(RevokedRoleState state)
    {
        RevokedClientSession deny = state.ToResult(ChangeStatus.Unchanged, state.DeniedBefore);
        if (deny.LiftableAfter < provider.Clock.GetUtcNow()) return;
        throw new ClientAccessException(
            ClientAccessError.SessionDenyNeeded,
            $"The role {state.Role.Arn} denies the sessions issued before {deny.RevokedBefore:u}, and lets one last {state.Found.MaxSessionDuration}: until {deny.LiftableAfter:u} the deny may still keep somebody out. It was not removed.")
        {
            RecommendedAction = $"After {deny.LiftableAfter:u} type: Revoke-ClientSession {state.Role.Client} {state.Role.AccountId} -Tier {state.Role.Tier} -Lift",
        };
    }

    private async Task<RevokedRoleState> ReadAsync(RevokedRole role, CancellationToken cancellation)
    {
        IAwsSession session = await remote.ConnectAsync(role.Client, role.AccountId, role.Request.Credentials, cancellation).ConfigureAwait(false);
        CallerIdentity caller = await session.GetCallerAsync(cancellation).ConfigureAwait(false);
        if (caller.RoleName == role.Arn.Name) throw OwnRole(role, Sentence.Beginning(session.Source));

        IamRole found = await session.Roles.FindAsync(role.Arn.Name, cancellation).ConfigureAwait(false)
            ?? throw new ClientAccessException(ClientAccessError.RoleNotFound, $"There is no role '{role.Arn.Name}' in account {role.AccountId}, and so no session of it.");
        RequireOurs(role, found);
        string? document = await session.Roles.FindInlinePolicyAsync(found.Name, OlderSessionsPolicy.Name, cancellation).ConfigureAwait(false);
        return new RevokedRoleState(role with { Arn = RoleArn.Parse(found.Arn) }, found, session.Roles, document);
    }

    // A role that was adopted without credentials of the client's account has no tags of ours; that it is ours is recorded then.
    private void RequireOurs(RevokedRole role, IamRole found)
    {
        string company = provider.Configuration.Company;
        if (Tags.AreOfCompany(found.Tags, company) || (role.IsRecorded && !found.Tags.ContainsKey(Tags.Company))) return;
        throw new ClientAccessException(ClientAccessError.RoleExists, $"The role {role.Arn} was not made for {company} (it has no tag {Tags.Company}={company}), so its sessions are not ended.");
    }

    private static void RefuseVia(RevokedRole role)
    {
        if (role.Request.Credentials is RemoteCredentials.Via via && via.Tier.Trim().Equals(role.Tier, StringComparison.OrdinalIgnoreCase)) throw OwnRole(role, $"-Via {via.Tier}");
    }

    private static ClientAccessException OwnRole(RevokedRole role, string source) => new(
        ClientAccessError.RequestRejected,
        $"{source} would act by a session of {role.Arn.Name} itself, which ends with the others before the work is done. Nothing was done there.")
    {
        RecommendedAction = $"Name other credentials of account {role.AccountId}: -ProfileName <profile>, -Credential <keys>, -ThroughRole <another role in it>, or -Via <another tier>",
    };

    private void Warn(RevokedRole role, CutOff cutOff, IActivity activity)
    {
        string typed = $"{role.Client} -Tier {role.Tier}";
        bool isOfUsers = role.Request.Users.Count > 0;
        string advice = isOfUsers ? "" : $" To keep somebody out, first type: Revoke-ClientAccess -User <user name> -Now. Or name them here: -User <user name>";
        if (cutOff.Listed is { } listed)
            Say(activity, $"Ending the sessions of {role.Arn.Name} in account {role.AccountId} {(isOfUsers ? "also " : "")}cuts off {listed}. They may enter again at once.{advice}");
        if (cutOff.Obstacle is { } obstacle)
            Say(activity, $"Who is cut off besides, and may enter again at once, could not be read: {obstacle}");
        if (provider.Entered.Sessions.Any(session => session.RoleArn == role.Arn.ToString()))
            Say(activity, $"This shell has entered {role.Arn.Name} itself, and its session ends with the others. Afterwards type: Exit-ClientRole; Enter-ClientRole {typed}");
    }

    // Home's deny reaches those permission sets alone that carry it.
    private async Task WarnWhereUncoveredAsync(RevokedRole role, string set, IReadOnlyList<Principal> users, IActivity activity, CancellationToken cancellation)
    {
        string typed = $"{role.Client} -Tier {role.Tier}";
        try
        {
            if (await denials.ReachesAsync(set, cancellation).ConfigureAwait(false)) return;
            Say(activity, $"Permission set {set} does not carry {DenyPolicy.Name}, so that home's deny does not keep {Listed(users)} from entering again. Type: New-ClientPermissionSet {typed}; and run the command again");
        }
        catch (ClientAccessException e)
        {
            Say(activity, $"Whether permission set {set} carries {DenyPolicy.Name}, so that home's deny keeps {Listed(users)} out, could not be read: {e.Message}");
        }
    }

    // Once a command, however often it has to be planned.
    private void Say(IActivity activity, string text)
    {
        if (_said.TryAdd(text, true)) activity.Warn(text);
    }

    private static async Task<T> OrByAdminAsync<T>(RevokedRole role, Func<RevokedRole, string>? command, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (command is not null && NotAllowed.Contains(e.Error))
        {
            throw e.As(e.Error, $"{e.Message} The client's admin can do it in account {role.AccountId} with the command of the AWS CLI that is recommended here.", command(role));
        }
    }

    private string PutNow(RevokedRole role) => ClientAdminCommands.PutDeny(role.Arn.Name, Now());

    // By AWS's own clock, since AWS compares it with the time at which it issued a session.
    private DateTimeOffset Now() => AccessEnd.WholeSeconds(provider.Clock.GetUtcNow());

    private static PlannedChange<RevokedClientSession> Unchanged(RevokedRoleState state, DateTimeOffset? revokedBefore)
    {
        RevokedClientSession unchanged = state.ToResult(ChangeStatus.Unchanged, revokedBefore);
        return new PlannedChange<RevokedClientSession>(state.Role.Target, null, unchanged, (_, _) => Task.FromResult(unchanged));
    }
}
