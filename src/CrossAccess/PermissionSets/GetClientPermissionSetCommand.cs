using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Get-ClientPermissionSet: the permission sets that reach clients, as Identity Center describes them now.</summary>
[Cmdlet(VerbsCommon.Get, "ClientPermissionSet")]
[OutputType(typeof(ClientPermissionSet))]
public sealed class GetClientPermissionSetCommand : ClientSelectionCommand<ClientPermissionSet>
{
    private protected override async Task<IReadOnlyList<ClientPermissionSet>> ReadAsync(string client, string tier, bool isNamed, CancellationToken cancellation)
    {
        if (await Services.PermissionSets.FindAsync(client, tier, cancellation) is { } found) return [found];
        return isNamed
            ? throw new ClientAccessException(ClientAccessError.PermissionSetNotFound, $"Identity Center has no permission set '{Services.PermissionSets.NameOf(client, tier)}'.")
            : [];
    }
}
