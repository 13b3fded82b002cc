using System.Management.Automation;

namespace CrossAccess;

/// <summary>Accounts as users name them.</summary>
internal static class AccountWildcard
{
    /// <param name="wanted">An id, a name, or a wildcard of either.</param>
    public static bool IsMeantBy(this InventoryAccount account, string wanted)
    {
        WildcardPattern pattern = WildcardPattern.Get(wanted, WildcardOptions.IgnoreCase);
        return pattern.IsMatch(account.Id) || (account.Name is not null && pattern.IsMatch(account.Name));
    }
}
