namespace CrossAccess;

/// <summary>Stops users at once wherever they have client permission sets, and lets them go on. See <see cref="DenyPolicy"/>.</summary>
internal sealed class UserDenials(Provider provider, Principals principals)
{
    private readonly HomeDenyPolicy _homePolicy = new(provider);

    private RemainingReach Reach => new(provider, _homePolicy, principals);

    /// <summary>Plans to deny a user everything. What remains is read afterwards, so that the deny comes first.</summary>
    /// <param name="previewRemaining">Read what would remain for the preview, too.</param>
    /// <exception cref="ClientAccessException">UserNotFound, DenyPolicyNotFound, PolicyTooLong, …</exception>
    public async Task<IChange<DeniedUser>> PlanAsync(string userName, bool previewRemaining, CancellationToken cancellation)
    {
        Principal user = await principals.RequireAsync(PrincipalType.User, userName, cancellation).ConfigureAwait(false);
        DenyPolicy policy = await _homePolicy.RequireAsync(cancellation).ConfigureAwait(false);
        _ = policy.With(user.Id).ToDocument();
        bool isDenied = policy.Denies(user.Id);
        DeniedUser preview = previewRemaining ? await Reach.ReadAsync(user, cancellation).ConfigureAwait(false) : new DeniedUser { User = user.Name, UserId = user.Id };
        return new PlannedChange<DeniedUser>(
            Target,
            isDenied ? null : $"deny user {Printable.Of(user.Name)} everything, by every client permission set that carries it, from now on",
            preview with { Status = isDenied ? ChangeStatus.Unchanged : ChangeStatus.Planned },
            (activity, token) => ApplyAsync(user, activity, token));
    }

    /// <summary>Plans to take a user out of the policy. A user whom the directory no longer has is named by the id.</summary>
    /// <exception cref="ClientAccessException">UserNotFound, DenyPolicyNotFound, …</exception>
    public async Task<IChange<DeniedUser>> PlanLiftAsync(string userNameOrId, CancellationToken cancellation)
    {
        DenyPolicy policy = await _homePolicy.RequireAsync(cancellation).ConfigureAwait(false);
        Principal user = policy.Denies(userNameOrId.Trim())
            ? await FindAsync(userNameOrId.Trim(), cancellation).ConfigureAwait(false)
            : await principals.RequireAsync(PrincipalType.User, userNameOrId, cancellation).ConfigureAwait(false);
        var lifted = new DeniedUser { User = user.Name, UserId = user.Id, Status = ChangeStatus.Removed };
        if (!policy.Denies(user.Id)) return new PlannedChange<DeniedUser>(Target, null, lifted with { Status = ChangeStatus.Unchanged }, (_, _) => Task.FromResult(lifted with { Status = ChangeStatus.Unchanged }));
        return new PlannedChange<DeniedUser>(
            Target,
            $"let user {Printable.Of(user.Name)} use client permission sets again",
            lifted with { Status = ChangeStatus.Planned },
            async (_, token) => lifted with { Status = await _homePolicy.EditAsync(current => current.Without(user.Id), token).ConfigureAwait(false) ? ChangeStatus.Removed : ChangeStatus.Unchanged });
    }

    /// <summary>Who is denied everything now.</summary>
    /// <exception cref="ClientAccessException">DenyPolicyNotFound.</exception>
    public async Task<IReadOnlyList<DeniedUser>> ListAsync(CancellationToken cancellation)
    {
        DenyPolicy policy = await _homePolicy.RequireAsync(cancellation).ConfigureAwait(false);
        var denied = new List<DeniedUser>();
        foreach (string id in policy.UserIds) denied.Add(new DeniedUser { User = (await FindAsync(id, cancellation).ConfigureAwait(false)).Name, UserId = id });
        return denied;
    }

    /// <summary>Denies a user everything. False: it was so already.</summary>
    /// <exception cref="ClientAccessException">DenyPolicyNotFound, PolicyTooLong, ChangeInProgress.</exception>
    public Task<bool> DenyAsync(Principal user, CancellationToken cancellation) => _homePolicy.EditAsync(policy => policy.With(user.Id), cancellation);

    /// <summary>Makes sure that all of them can be denied.</summary>
    /// <exception cref="ClientAccessException">DenyPolicyNotFound, PolicyTooLong.</exception>
    public async Task RequireRoomAsync(IEnumerable<Principal> users, CancellationToken cancellation) =>
        _ = users.Aggregate(await _homePolicy.RequireAsync(cancellation).ConfigureAwait(false), (policy, user) => policy.With(user.Id)).ToDocument();

    /// <summary>Whether the deny is in force in a permission set, as it stands in home.</summary>
    public async Task<bool> ReachesAsync(string permissionSetName, CancellationToken cancellation) =>
        (await _homePolicy.ListPermissionSetNamesAsync(cancellation).ConfigureAwait(false)).Contains(permissionSetName);

    private string Target => $"policy {DenyPolicy.Name} in home account {provider.Configuration.HomeAccountId}";

    private async Task<DeniedUser> ApplyAsync(Principal user, IActivity activity, CancellationToken cancellation)
    {
        bool isNew = false;
        var denied = new DeniedUser { User = user.Name, UserId = user.Id };
        var steps = new ChangeSteps();
        steps.Add($"deny user {Printable.Of(user.Name)} everything", async token => isNew = await DenyAsync(user, token).ConfigureAwait(false));
        steps.Add("find out what remains possible", async token => denied = await Reach.ReadAsync(user, token).ConfigureAwait(false));
        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        return denied with { Status = isNew ? ChangeStatus.Created : ChangeStatus.Unchanged };
    }

    // One whom the directory no longer has goes by the id, so that the deny can be lifted by what is shown.
    private async Task<Principal> FindAsync(string userId, CancellationToken cancellation) =>
        await principals.FindByIdAsync(PrincipalType.User, userId, cancellation).ConfigureAwait(false) ?? new Principal(PrincipalType.User, userId, userId);
}
