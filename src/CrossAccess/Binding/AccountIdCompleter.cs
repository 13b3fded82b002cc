namespace CrossAccess.Binding;

/// <summary>Account ids of the client that has been typed.</summary>
internal sealed class AccountIdCompleter : AccountCompleter
{
    protected override string ValueOf(InventoryAccount account) => account.Id;
}
