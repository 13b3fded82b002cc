namespace CrossAccess.Binding;

/// <summary>The accounts of the client that has been typed, by short name where they have one.</summary>
internal sealed class AccountNameCompleter : AccountCompleter
{
    protected override string ValueOf(InventoryAccount account) => account.Name ?? account.Id;
}
