namespace CrossAccess;

/// <summary>
/// Ends a role from within, for it cannot be deleted by whoever acts through it: its trust denies everybody, and a policy in it
/// denies every session that is open, the one that does this included.
/// </summary>
internal sealed class RoleShutting(string roleName, IIamRoles roles, TimeProvider clock)
{
    // Stopped half-way, nobody can get in to end the last session: it ends itself.
    private static readonly TimeSpan UntilItEndsItself = TimeSpan.FromMinutes(10);

    // IAM may let somebody in for a moment after the trust has changed.
    private static readonly TimeSpan UntilTrustHolds = TimeSpan.FromMinutes(5);

    /// <param name="record">Notes that the role may be shut, before it is.</param>
    /// <returns>When the sessions that are open end; null: they have.</returns>
    public async Task<DateTimeOffset?> RunAsync(Func<CancellationToken, Task> record, IActivity activity, CancellationToken cancellation)
    {
        DateTimeOffset now = AccessEnd.WholeSeconds(clock.GetUtcNow());
        DateTimeOffset endsBy = now + UntilItEndsItself;
        var steps = new ChangeSteps();
        steps.Add("have its open sessions end soon", token => PutAsync(OlderSessionsPolicy.Before(now.AddSeconds(1), endsBy), token));
        steps.Add("record that it is shut", record);
        steps.Add("deny everybody in its trust policy", token => roles.UpdateTrustPolicyAsync(roleName, TrustPolicy.DenyingEverybody().ToString(), token));
        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        try
        {
            await PutAsync(OlderSessionsPolicy.Before(now + UntilTrustHolds), cancellation).ConfigureAwait(false);
            return null;
        }
        catch (ClientAccessException e)
        {
            cancellation.ThrowIfCancellationRequested();
            // Denied, it was done and only the answer lost; else it ends itself.
            activity.Verbose($"Role {roleName}: {e.Message}");
            return endsBy;
        }
    }

    private Task PutAsync(PolicyDocument policy, CancellationToken cancellation) =>
        roles.PutInlinePolicyAsync(roleName, OlderSessionsPolicy.Name, policy.ToString(), cancellation);
}
