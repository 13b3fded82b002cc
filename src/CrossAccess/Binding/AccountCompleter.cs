using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The accounts of the client that has been typed, or of all clients.</summary>
internal abstract class AccountCompleter : LocalCompleter
{
    protected sealed override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters)
    {
        string? typed = boundParameters["Client"]?.ToString();
        return
            from client in InventoryFile.Locate().Read().Clients
            where typed is null || client.Key.Equals(typed, StringComparison.OrdinalIgnoreCase)
            from account in client.Value.Accounts
            let value = ValueOf(account)
            where value is not null
            select (value, $"{client.Key} {account.Name} {account.Id}");
    }

    /// <summary>What names the account; null: it has no such name.</summary>
    protected abstract string? ValueOf(InventoryAccount account);
}
