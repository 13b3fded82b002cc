namespace CrossAccess;

/// <summary>Grants that stand until they are revoked.</summary>
internal sealed class LastingGrants(Provider provider, AccountAssignments assignments, PermissionSetPolicies policies, Provisioning provisioning, Principals principals, EndingGrants ending)
{
    public async Task<IChange<ClientAccess>> PlanAsync(Grant grant, ClientAccessRequest request, IActivity activity, CancellationToken cancellation)
    {
        IReadOnlyList<AccountAssignment> assigned = await assignments.ListAsync(grant.Set.Arn, cancellation).ConfigureAwait(false);
        bool isAssigned = assigned.Contains(grant.Assignment);
        AccessEnd? leftOver = null;
        bool isOutdated = false;
        if (grant.Principal.Type == PrincipalType.Group)
        {
            if (!isAssigned) await WarnOfEndsAsync(grant, activity, cancellation).ConfigureAwait(false);
        }
        else
        {
            leftOver = await ending.FindLeftOverAsync(grant, isAssigned, cancellation).ConfigureAwait(false);
            // The role in home may still hold an end that the policy no longer has.
            isOutdated = leftOver is null && assigned.Count > 0 && await provisioning.IsOutdatedAsync(grant.Set, cancellation).ConfigureAwait(false);
        }

        var plan = new Plan(grant, request, isAssigned, leftOver, isOutdated);
        string? action = plan.Describe();
        ClientAccess preview = grant.ToResult(action is null ? ChangeStatus.Unchanged : ChangeStatus.Planned);
        return new PlannedChange<ClientAccess>(grant.Target, action, preview, (saying, token) => ApplyAsync(plan, saying, token));
    }

    private async Task<ClientAccess> ApplyAsync(Plan plan, IActivity activity, CancellationToken cancellation)
    {
        Grant grant = plan.Grant;
        EnforcedPolicy? enforced = null;
        ChangeStatus status = plan.Describe() is null ? ChangeStatus.Unchanged : ChangeStatus.Updated;
        var steps = new ChangeSteps();
        if (plan.LeftOver is { } leftOver)
            steps.Add(plan.Lifting!, async token => enforced = await policies.EnforceAsync(grant.Set, policy => EndingGrants.WithoutEnd(policy, leftOver), token).ConfigureAwait(false));
        if (plan.IsOutdated) steps.Add(Plan.Provisioning, token => provisioning.FinishAsync(grant.Set, token));
        if (!plan.IsAssigned) steps.Add(plan.Granting, async token => status = await assignments.CreateAsync(grant, plan.Request.Wait, activity, token).ConfigureAwait(false));
        try
        {
            await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        }
        finally
        {
            enforced?.Dispose();
        }
        await provider.InventoryFile.UpdateAsync(inventory => inventory.WithGrant(grant.ToRecord(plan.Request.Reason, expires: null)), cancellation).ConfigureAwait(false);
        return grant.ToResult(status);
    }

    // Whose end it is, only the policy says; whether there may be one, the inventory knows without a request.
    private async Task WarnOfEndsAsync(Grant grant, IActivity activity, CancellationToken cancellation)
    {
        if (!provider.InventoryFile.Read().ListEnds(grant.Client, grant.Tier).Any()) return;

        PermissionSetPolicy policy = await policies.ReadAsync(grant.Set.Arn, cancellation).ConfigureAwait(false);
        foreach (AccessEnd end in policy.Ends)
        {
            if (!(await principals.ListGroupIdsAsync(end.UserId, cancellation).ConfigureAwait(false)).Contains(grant.Principal.Id)) continue;

            Principal? user = await principals.FindByIdAsync(PrincipalType.User, end.UserId, cancellation).ConfigureAwait(false);
            activity.Warn($"User {Printable.Of(user?.Name ?? end.UserId)} is a member of {grant.Who} and has access by {grant.Set.Name} that ends at {end.Time:u}. From then on that end keeps the user out although the group has the set, until Revoke-ClientAccess -Expired has taken it out of the policy.");
        }
    }

    private sealed record Plan(Grant Grant, ClientAccessRequest Request, bool IsAssigned, AccessEnd? LeftOver, bool IsOutdated)
    {
        public const string Provisioning = "provision it";

        public string Granting => $"grant it to {Grant.Who}";

        public string? Lifting => LeftOver is null ? null : $"take the end of the earlier access of {Grant.Who} ({LeftOver.Time:u}) out of its policy";

        public string? Describe()
        {
            string[] done = [.. new[] { Lifting, IsOutdated ? Provisioning : null, IsAssigned ? null : Granting }.OfType<string>()];
            return done.Length == 0 ? null : string.Join(", ", done);
        }
    }
}
