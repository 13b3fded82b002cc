using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>
/// The inline policies of permission sets. AWS has no way to refuse an edit of what was read too long ago, so an edit here is
/// made to the policy as it is at that moment, one at a time for each set in this process.
/// </summary>
internal sealed class PermissionSetPolicies(Provider provider, Provisioning provisioning)
{
    private const int SecondLooks = 3;
    private static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromMilliseconds(500);
    private static readonly KeyedLock Turns = new();

    private readonly ConcurrentDictionary<string, SharedTask<PermissionSetPolicy>> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<PolicyEdit>> _waiting = new(StringComparer.Ordinal);

    /// <summary>A set's policy; asked for once per command until the command changes it.</summary>
    public async Task<PermissionSetPolicy> ReadAsync(string permissionSetArn, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        return await _read.GetOrAdd(permissionSetArn, static _ => new SharedTask<PermissionSetPolicy>())
            .GetAsync(async token => PermissionSetPolicy.Read(await center.FindInlinePolicyAsync(permissionSetArn, token).ConfigureAwait(false)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Edits a set's policy without provisioning it.</summary>
    public async Task PutAsync(PermissionSetState set, Func<PermissionSetPolicy, PermissionSetPolicy> change, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        using IDisposable turn = await Turns.EnterAsync(set.Arn, cancellation).ConfigureAwait(false);
        string? document = await center.FindInlinePolicyAsync(set.Arn, cancellation).ConfigureAwait(false);
        await PutAsync(center, set, document, change(PermissionSetPolicy.Read(document)), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Edits a set's policy, provisions it wherever the set stands, and makes sure that the edit is still there then. Edits of
    /// one command that wait for their turn go together: AWS updates one role of an account at a time.
    /// </summary>
    /// <param name="change">Applied twice it must be as if applied once.</param>
    /// <exception cref="ClientAccessException">PolicyTooLong, PermissionSetExists, ProvisioningFailed; ChangeInProgress where somebody else overwrote the edit.</exception>
    public async Task<EnforcedPolicy> EnforceAsync(PermissionSetState set, Func<PermissionSetPolicy, PermissionSetPolicy> change, CancellationToken cancellation)
    {
        var mine = new PolicyEdit(change);
        ConcurrentQueue<PolicyEdit> waiting = _waiting.GetOrAdd(set.Arn, static _ => new ConcurrentQueue<PolicyEdit>());
        waiting.Enqueue(mine);
        IDisposable? turn = null;
        try
        {
            turn = await Turns.EnterAsync(set.Arn, cancellation).ConfigureAwait(false);
            if (!mine.Done.Task.IsCompleted) await EnforceAllAsync(set, waiting, cancellation).ConfigureAwait(false);
            (PermissionSetPolicy policy, bool stands) = await mine.Done.Task.ConfigureAwait(false);
            if (!stands) return new EnforcedPolicy(policy, turn);

            turn.Dispose();
            return new EnforcedPolicy(policy, null);
        }
        catch (Exception e)
        {
            // Whoever is told that the edit failed must not find it made by the next one.
            mine.Done.TrySetException(e);
            turn?.Dispose();
            throw;
        }
    }

    private async Task EnforceAllAsync(PermissionSetState set, ConcurrentQueue<PolicyEdit> waiting, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        var edits = new List<PolicyEdit>();
        try
        {
            string? document = await center.FindInlinePolicyAsync(set.Arn, cancellation).ConfigureAwait(false);
            PermissionSetPolicy policy = PermissionSetPolicy.Read(document);
            while (waiting.TryDequeue(out PolicyEdit? edit))
            {
                if (edit.TryApply(ref policy)) edits.Add(edit);
            }
            bool isChanged = edits.Count > 0 && await PutAsync(center, set, document, policy, cancellation).ConfigureAwait(false);
            bool stands = isChanged ? await provisioning.RunAsync(set, cancellation).ConfigureAwait(false) : await provisioning.FinishAsync(set, cancellation).ConfigureAwait(false);
            if (isChanged) await RequireStillThereAsync(center, set, edits, cancellation).ConfigureAwait(false);
            edits.ForEach(edit => edit.Done.TrySetResult((policy, stands)));
        }
        catch (Exception e)
        {
            edits.ForEach(edit => edit.Done.TrySetException(e));
            throw;
        }
    }

    private async Task<bool> PutAsync(IIdentityCenter center, PermissionSetState set, string? document, PermissionSetPolicy policy, CancellationToken cancellation)
    {
        PolicyDocument wanted = policy.ToDocument();
        if (document is not null && wanted.Equals(PolicyDocument.Parse(document))) return false;

        await ConflictRetry.RunAsync(token => center.PutInlinePolicyAsync(set.Arn, wanted.ToString(), token), cancellation).ConfigureAwait(false);
        _read.TryRemove(set.Arn, out _);
        return true;
    }

    // Another process may have read the policy before our edit and put it back after it.
    private static async Task RequireStillThereAsync(IIdentityCenter center, PermissionSetState set, IReadOnlyList<PolicyEdit> edits, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            PermissionSetPolicy policy = PermissionSetPolicy.Read(await center.FindInlinePolicyAsync(set.Arn, cancellation).ConfigureAwait(false));
            if (edits.All(edit => edit.IsIn(policy))) return;
            if (attempt == SecondLooks) break;
            // What is read may be a moment old.
            await Task.Delay(BeforeLookingAgain, cancellation).ConfigureAwait(false);
        }
        throw new ClientAccessException(ClientAccessError.ChangeInProgress, $"Somebody else changed the policy of permission set '{set.Name}' at the same time, and what was just put there is gone.")
        {
            RecommendedAction = "Run the same command again: it does what is left.",
        };
    }
}
