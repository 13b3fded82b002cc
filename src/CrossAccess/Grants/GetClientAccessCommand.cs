using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Get-ClientAccess: who holds which client permission set on the home account, as Identity Center says now.</summary>
[Cmdlet(VerbsCommon.Get, "ClientAccess")]
[OutputType(typeof(ClientAccess))]
public sealed class GetClientAccessCommand : ClientSelectionCommand<ClientAccess>
{
    private protected override async Task<IReadOnlyList<ClientAccess>> ReadAsync(string client, string tier, bool isNamed, CancellationToken cancellation)
    {
        var found = new List<ClientAccess>();
        await foreach (ClientAccess access in Services.Grants.ListAsync(client, tier, cancellation)) found.Add(access);
        return found;
    }
}
