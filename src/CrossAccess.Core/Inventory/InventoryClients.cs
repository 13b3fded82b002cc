using System.Collections.Immutable;

namespace CrossAccess;

/// <summary>The clients of an inventory, and the rules that keep them apart.</summary>
internal static class InventoryClients
{
    public static InventoryClient RequireClient(this Inventory inventory, string name)
    {
        string parsed = ClientName.Parse(name);
        return inventory.Clients.GetValueOrDefault(parsed)
            ?? throw new ClientAccessException(
                ClientAccessError.ClientNotFound,
                $"There is no client '{parsed}' in the inventory.{NearMatches.Sentence(parsed, inventory.Clients.Keys)}")
            { RecommendedAction = "To see the clients, type: Get-CrossAccessClient" };
    }

    /// <summary>The client's key as it was first written, whatever case was typed now.</summary>
    public static string KeyOf(this Inventory inventory, string client)
    {
        string parsed = ClientName.Parse(client);
        return inventory.Clients.TryGetKey(parsed, out string key) ? key : parsed;
    }

    /// <summary>The one account that is meant: the only one, or the one of that id or name.</summary>
    public static InventoryAccount RequireAccount(this InventoryClient client, string clientName, string? account)
    {
        if (client.Accounts.IsEmpty)
            throw new ClientAccessException(ClientAccessError.AccountNotFound, $"Client '{clientName}' has no account in the inventory.");
        if (string.IsNullOrWhiteSpace(account))
        {
            return client.Accounts.Count == 1
                ? client.Accounts[0]
                : throw new ClientAccessException(
                    ClientAccessError.AccountAmbiguous,
                    $"Client '{clientName}' has {client.Accounts.Count} accounts: {Listed(client)}.")
                { RecommendedAction = $"Name one: -AccountId {client.Accounts[0].Id}" };
        }
        string wanted = account.Trim();
        return client.Accounts.FirstOrDefault(entry => entry.Id == wanted || wanted.Equals(entry.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ClientAccessException(
                ClientAccessError.AccountNotFound,
                $"Client '{clientName}' has no account '{Printable.Of(wanted)}'. It has {Listed(client)}.");
    }

    /// <summary>Records an account under its client. An id recorded under another client is refused, and so is a client whose sets would be named as another's.</summary>
    public static Inventory WithAccount(this Inventory inventory, string clientName, string accountId, string? accountName = null, string? displayName = null)
    {
        inventory.RefuseAccountOfAnother(clientName, accountId);
        string key = inventory.KeyOf(clientName);
        InventoryClient? recorded = inventory.Clients.GetValueOrDefault(key);
        InventoryClient client = (recorded ?? new InventoryClient()) with { DisplayName = displayName ?? recorded?.DisplayName };
        InventoryAccount? known = client.Accounts.Find(account => account.Id == accountId);
        InventoryAccount account = (known ?? new InventoryAccount(accountId)) with { Name = accountName ?? known?.Name };
        if (known == account && client == recorded) return inventory;

        if (account.Name is not null && client.Accounts.Find(other => other.Id != accountId && account.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase)) is { } namesake)
            throw new ClientAccessException(ClientAccessError.AccountRecordedElsewhere, $"Client '{key}' has another account named '{account.Name}': {namesake.Id}. Give this one its own -AccountName.");

        // Sorted, because rows that run side by side are recorded in any order and the file is kept in git.
        ImmutableList<InventoryAccount> accounts = [.. client.Accounts.RemoveAll(other => other.Id == accountId).Add(account).OrderBy(entry => entry.Id, StringComparer.Ordinal)];
        Inventory changed = inventory with { Clients = inventory.Clients.SetItem(key, client with { Accounts = accounts }) };
        foreach (AccessTier tier in changed.ListTiers()) changed.RefuseCollision(key, tier.Tier);
        return changed;
    }

    public static void RefuseAccountOfAnother(this Inventory inventory, string clientName, string accountId)
    {
        foreach ((string other, InventoryClient client) in inventory.Clients)
        {
            if (other.Equals(clientName, StringComparison.OrdinalIgnoreCase) || client.Accounts.TrueForAll(account => account.Id != accountId)) continue;
            throw new ClientAccessException(
                ClientAccessError.AccountRecordedElsewhere,
                $"Account {accountId} is recorded under client '{other}', so it cannot be {clientName}'s too.")
            { RecommendedAction = $"To see what is recorded, type: Get-CrossAccessClient {other}" };
        }
    }

    /// <summary>Client AbcRead with tier Only and client Abc with tier ReadOnly would share the set AbcReadOnly, and so each other's access.</summary>
    public static void RefuseCollision(this Inventory inventory, string clientName, string tierName)
    {
        string name = clientName + tierName;
        foreach (AccessTier tier in inventory.ListTiers())
        {
            if (tier.Tier.Length == tierName.Length || !name.EndsWith(tier.Tier, StringComparison.OrdinalIgnoreCase)) continue;
            string other = name[..^tier.Tier.Length];
            if (!inventory.Clients.ContainsKey(other)) continue;
            throw new ClientAccessException(
                ClientAccessError.NameCollision,
                $"Client '{clientName}' with tier '{tierName}' and client '{other}' with tier '{tier.Tier}' would share the permission set '{name}'. Give one of the clients another key.");
        }
    }

    public static Inventory WithRole(this Inventory inventory, string client, string accountId, string tier, InventoryRole? role) =>
        inventory.WithChangedClient(client, entry =>
        {
            InventoryAccount? account = entry.Accounts.Find(candidate => candidate.Id == accountId);
            if (account is null) return entry;
            if (role is not null && account.Roles.TryGetValue(tier, out InventoryRole? known)) role = role with { Unknown = known.Unknown };
            InventoryAccount changed = account with { Roles = role is null ? account.Roles.Remove(tier) : account.Roles.SetItem(tier, role) };
            return changed == account ? entry : entry with { Accounts = entry.Accounts.Replace(account, changed) };
        });

    /// <param name="name">The set's name, which is kept where the convention gives another.</param>
    public static Inventory WithPermissionSet(this Inventory inventory, string client, string tier, string? permissionSetArn, string? name = null) =>
        inventory.WithChangedClient(client, entry => entry with
        {
            PermissionSets = permissionSetArn is null ? entry.PermissionSets.Remove(tier) : entry.PermissionSets.SetItem(tier, permissionSetArn),
            PermissionSetNames = WithName(entry.PermissionSetNames, tier, name == inventory.KeyOf(client) + tier ? null : name),
        });

    /// <summary>The client and tier under which a permission set is recorded; null where it is not.</summary>
    public static (string Client, string Tier)? FindOwnerOfSet(this Inventory inventory, string permissionSetArn)
    {
        foreach ((string key, InventoryClient client) in inventory.Clients)
        {
            foreach ((string tier, string arn) in client.PermissionSets)
            {
                if (arn == permissionSetArn) return (key, tier);
            }
        }
        return null;
    }

    public static Inventory WithGrant(this Inventory inventory, InventoryGrant grant)
    {
        InventoryGrant? known = inventory.Grants.Find(entry => entry.IsFor(grant.Client, grant.Tier, grant.Type, grant.Name));
        if (known is null) return inventory with { Grants = inventory.Grants.Add(grant) };
        InventoryGrant changed = known with { Reason = grant.Reason ?? known.Reason, Expires = grant.Expires };
        return changed == known ? inventory : inventory with { Grants = inventory.Grants.Replace(known, changed) };
    }

    /// <summary>The grants of a client's set of a tier that end by themselves.</summary>
    public static IEnumerable<InventoryGrant> ListEnds(this Inventory inventory, string client, string tier) =>
        inventory.Grants.Where(grant => grant.Type == PrincipalType.User && grant.Expires is not null && grant.IsOf(client, tier));

    /// <param name="onlyEnding">Leave a grant that stands until it is revoked.</param>
    public static Inventory WithoutGrant(this Inventory inventory, string client, string tier, PrincipalType type, string name, bool onlyEnding = false)
    {
        ImmutableList<InventoryGrant> left = inventory.Grants.RemoveAll(entry => entry.IsFor(client, tier, type, name) && (entry.Expires is not null || !onlyEnding));
        return left == inventory.Grants ? inventory : inventory with { Grants = left };
    }

    /// <summary>Without the grants of a client's set of a tier, which has gone.</summary>
    public static Inventory WithoutGrants(this Inventory inventory, string client, string tier)
    {
        ImmutableList<InventoryGrant> left = inventory.Grants.RemoveAll(entry => entry.IsOf(client, tier));
        return left == inventory.Grants ? inventory : inventory with { Grants = left };
    }

    public static Inventory WithoutAccount(this Inventory inventory, string client, string accountId) =>
        inventory.WithChangedClient(client, entry => entry.Accounts.Exists(account => account.Id == accountId) ? entry with { Accounts = entry.Accounts.RemoveAll(account => account.Id == accountId) } : entry);

    /// <summary>Without a client, its grants and sets. Accounts that are still recorded stay, and the client with them.</summary>
    /// <param name="evenAccounts">Drop the accounts, too.</param>
    public static Inventory WithoutClient(this Inventory inventory, string client, bool evenAccounts)
    {
        if (!inventory.Clients.TryGetKey(client, out string key)) return inventory;
        InventoryClient entry = inventory.Clients[key];
        return inventory with
        {
            Grants = inventory.Grants.RemoveAll(grant => grant.Client.Equals(key, StringComparison.OrdinalIgnoreCase)),
            Clients = evenAccounts || entry.Accounts.IsEmpty
                ? inventory.Clients.Remove(key)
                : inventory.Clients.SetItem(key, entry with { PermissionSets = entry.PermissionSets.Clear(), PermissionSetNames = null }),
        };
    }

    private static ImmutableSortedDictionary<string, string>? WithName(ImmutableSortedDictionary<string, string>? names, string tier, string? name)
    {
        ImmutableSortedDictionary<string, string> known = names ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
        ImmutableSortedDictionary<string, string> changed = name is null ? known.Remove(tier) : known.SetItem(tier, name);
        return changed.IsEmpty ? null : changed;
    }

    private static Inventory WithChangedClient(this Inventory inventory, string client, Func<InventoryClient, InventoryClient> change)
    {
        if (!inventory.Clients.TryGetKey(client, out string key)) return inventory;
        InventoryClient before = inventory.Clients[key];
        InventoryClient after = change(before);
        return before == after ? inventory : inventory with { Clients = inventory.Clients.SetItem(key, after) };
    }

    private static string Listed(InventoryClient client) =>
        string.Join(", ", client.Accounts.Select(account => account.Name is null ? account.Id : $"{account.Name} ({account.Id})"));
}
