using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Says of users who are given access that home denies them everything all the same. Home is read once for a command.</summary>
internal sealed class StoppedUsers(Provider provider)
{
    private readonly HomeDenyPolicy _deny = new(provider);
    private readonly SharedTask<DenyPolicy?> _read = new();
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>Warns where somebody is stopped, once for each; where that cannot be read, the grant is none the worse.</summary>
    public async Task WarnAsync(Principal principal, IActivity activity, CancellationToken cancellation)
    {
        if (!provider.Configuration.HasDenyPolicy || principal.Type != PrincipalType.User) return;

        DenyPolicy? policy = await _read.GetAsync(token => TryReadAsync(activity, token), cancellation).ConfigureAwait(false);
        if (policy?.Denies(principal.Id) != true || !_said.TryAdd(principal.Id, true)) return;
        activity.Warn($"User {Printable.Of(principal.Name)} is stopped: home's policy {DenyPolicy.Name} denies everything, whatever is granted, until somebody types: Revoke-ClientAccess -User {PowerShellText.Argument(principal.Name)} -Lift");
    }

    private async Task<DenyPolicy?> TryReadAsync(IActivity activity, CancellationToken cancellation)
    {
        try
        {
            return await _deny.FindAsync(cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e)
        {
            activity.Verbose($"Whether anybody who is granted access is stopped by home's policy {DenyPolicy.Name} is not known: {e.Message}");
            return null;
        }
    }
}
