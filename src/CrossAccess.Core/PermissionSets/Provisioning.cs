namespace CrossAccess;

/// <summary>
/// Brings a changed permission set into the accounts where it stands: until then the change means nothing there.
/// https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ProvisionPermissionSet.html
/// </summary>
internal sealed class Provisioning(Provider provider, IdentityCenterRequests requests)
{
    /// <summary>Provisions a set that has just been changed. False: it stands nowhere; its first assignment brings the newest version.</summary>
    /// <exception cref="ClientAccessException">ProvisioningFailed, with AWS's reason.</exception>
    public async Task<bool> RunAsync(PermissionSetState set, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        if ((await center.ListProvisionedAccountsAsync(set.Arn, cancellation).ConfigureAwait(false)).Count == 0) return false;

        await ProvisionAsync(center, set, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Finishes what an earlier run may have left between a change and its provisioning. False: the set stands nowhere.</summary>
    public async Task<bool> FinishAsync(PermissionSetState set, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        if (await IsOutdatedAsync(set, cancellation).ConfigureAwait(false))
        {
            await ProvisionAsync(center, set, cancellation).ConfigureAwait(false);
            return true;
        }
        return (await center.ListProvisionedAccountsAsync(set.Arn, cancellation).ConfigureAwait(false)).Count > 0;
    }

    /// <summary>Whether an older version of the set stands in some account.</summary>
    public async Task<bool> IsOutdatedAsync(PermissionSetState set, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        return (await center.ListOutdatedAccountsAsync(set.Arn, cancellation).ConfigureAwait(false)).Count > 0;
    }

    private async Task ProvisionAsync(IIdentityCenter center, PermissionSetState set, CancellationToken cancellation)
    {
        IdentityCenterRequest started = await ConflictRetry.RunAsync(token => center.ProvisionAsync(set.Arn, token), cancellation).ConfigureAwait(false);
        IdentityCenterRequest ended = await requests.WaitAsync(center, started, cancellation).ConfigureAwait(false);
        if (ended.Status == IdentityCenterRequestStatus.Failed)
            throw new ClientAccessException(ClientAccessError.ProvisioningFailed, $"Identity Center did not provision '{set.Name}': {ended.FailureReason ?? "it gives no reason"}.");
    }
}
