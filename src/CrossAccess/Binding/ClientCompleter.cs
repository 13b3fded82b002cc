using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The clients of the inventory.</summary>
internal sealed class ClientCompleter : LocalCompleter
{
    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters) =>
        InventoryFile.Locate().Read().Clients.Select(client =>
            (client.Key, $"{client.Value.DisplayName ?? client.Key}: {string.Join(", ", client.Value.Accounts.Select(account => account.Id))}"));
}
