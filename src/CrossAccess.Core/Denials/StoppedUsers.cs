using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Whom home's policy crossaccess-deny stops, and by which permission sets. Home is read once for a command, and not at all where nobody can be stopped: it takes credentials of its own.</summary>
internal sealed class StoppedUsers(Provider provider)
{
    private readonly HomeDenyPolicy _deny = new(provider);
    private readonly SharedTask<DenyPolicy?> _read = new();
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);
    private volatile bool _isUnreadable;

    /// <summary>Whether the policy names a user. It stops the user in those permission sets that carry it.</summary>
    public async Task<bool> IsNamedAsync(Principal? principal, CancellationToken cancellation) =>
        provider.Configuration.HasDenyPolicy
        && principal is { Type: PrincipalType.User }
        && (await _read.GetAsync(_deny.FindAsync, cancellation).ConfigureAwait(false))?.Denies(principal.Id) == true;

    public async Task<bool> IsCarriedByAsync(string permissionSetArn, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        return (await center.ListCustomerManagedPolicyNamesAsync(permissionSetArn, cancellation).ConfigureAwait(false)).Contains(DenyPolicy.Name);
    }

    /// <summary>Warns where somebody is granted access who is named, also by a set that lets them in all the same. Where that cannot be read, the grant is none the worse.</summary>
    /// <param name="isPlanned">The set is not there yet; once made it carries the policy.</param>
    public async Task WarnAsync(Grant grant, bool isPlanned, IActivity activity, CancellationToken cancellation)
    {
        if (_isUnreadable) return;
        try
        {
            if (!await IsNamedAsync(grant.Principal, cancellation).ConfigureAwait(false)) return;
            string user = Printable.Of(grant.Principal.Name);
            string lift = $"Revoke-ClientAccess -User {PowerShellText.Argument(grant.Principal.Name)} -Lift";
            Say(activity, isPlanned || await IsCarriedByAsync(grant.Set.Arn, cancellation).ConfigureAwait(false)
                ? $"User {user} is stopped by home's policy {DenyPolicy.Name}, and gets in by what is granted once somebody types: {lift}"
                : $"User {user} is stopped by home's policy {DenyPolicy.Name}, but permission set {grant.Set.Name} does not carry it and lets {user} in. To have it carry the policy, type: New-ClientPermissionSet {grant.Client} -Tier {grant.Tier}");
        }
        catch (ClientAccessException e)
        {
            _isUnreadable = true;
            activity.Verbose($"Whether anybody who is granted access is stopped by home's policy {DenyPolicy.Name} is not known: {e.Message}");
        }
    }

    // Once a command, however many sets are granted and however often that has to be planned.
    private void Say(IActivity activity, string text)
    {
        if (_said.TryAdd(text, true)) activity.Warn(text);
    }
}
