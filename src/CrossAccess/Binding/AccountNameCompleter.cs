namespace CrossAccess.Binding;

/// <summary>Short names of the accounts of the client that has been typed.</summary>
internal sealed class AccountNameCompleter : AccountCompleter
{
    protected override string? ValueOf(InventoryAccount account) => account.Name;
}
