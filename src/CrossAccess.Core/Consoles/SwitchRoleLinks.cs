namespace CrossAccess;

/// <summary>Makes links to the console's Switch Role page (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html). No request is sent.</summary>
internal sealed class SwitchRoleLinks(Provider provider)
{
    // "The combined Path and RoleName cannot exceed 64 characters": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int LongestRole = 64;
    private const int LongestDisplayName = 64;

    // Once for all links: it reads the AWS configuration, which may be long.
    private readonly Lazy<Uri?> _endpoint = new(() => provider.Connector.OpenFederation(provider.Entered.HomeEnvironment).Endpoint);

    /// <param name="displayName">Null: made of the client, the account and the tier.</param>
    /// <param name="color">A name or six hexadecimal digits; null: the tier's.</param>
    /// <exception cref="ClientAccessException">ExternalIdRequired, NameTooLong, InvalidText.</exception>
    public SwitchRoleLink Of(RoleTarget target, string? displayName, string? color)
    {
        Inventory inventory = provider.InventoryFile.Read();
        RoleArn role = RoleArn.Parse(target.Role.Arn);
        string name = NameFor(role, target);
        string shown = displayName is null ? DefaultName(inventory, target) : Checked(displayName);
        string painted = color is null ? SwitchRoleColor.DefaultOf(TierOf(inventory, target.Tier)) : SwitchRoleColor.Parse(color);
        ConsoleHosts hosts = ConsoleHosts.Of(role.Partition, null, _endpoint.Value);
        // "+" and "," are what IAM allows in a role's name and a query does not.
        string query = $"account={role.AccountId}&roleName={Uri.EscapeDataString(name)}&displayName={Uri.EscapeDataString(shown)}&color={painted}";
        return new SwitchRoleLink(target.Client, target.AccountId, target.AccountName, target.Tier, target.Role.Arn, shown, painted, $"{hosts.SwitchRole}/switchrole?{query}");
    }

    /// <summary>For a session's role; what the inventory knows of it holds, and without one the session is enough.</summary>
    public SwitchRoleLink Of(RoleSession session, string? displayName, string? color)
    {
        InventoryRole? recorded = provider.InventoryFile.Read().Clients.GetValueOrDefault(session.Client)?
            .Accounts.Find(account => account.Id == session.AccountId)?.Roles.GetValueOrDefault(session.Tier);
        InventoryRole role = recorded?.Arn == session.RoleArn ? recorded : new InventoryRole(session.RoleArn);
        return Of(new RoleTarget(session.Client, session.Tier, session.AccountId, session.AccountName, role), displayName, color);
    }

    private static string NameFor(RoleArn role, RoleTarget target)
    {
        if (target.Role.ExternalId is not null)
        {
            throw new ClientAccessException(
                ClientAccessError.ExternalIdRequired,
                $"Role {role} wants an external id, and the console's Switch Role cannot pass one: only AssumeRole can.")
            {
                RecommendedAction = $"Sign in to the console instead: Open-ClientConsole {target.Client} -Tier {target.Tier} -Account {target.AccountId}",
            };
        }

        string name = role.Path.TrimStart('/') + role.Name;
        if (name.Length <= LongestRole) return name;
        throw new ClientAccessException(
            ClientAccessError.NameTooLong,
            $"Path and name of role {role} have {name.Length} characters together; the console's Switch Role takes {LongestRole}.")
        {
            RecommendedAction = $"Sign in to the console instead: Open-ClientConsole {target.Client} -Tier {target.Tier} -Account {target.AccountId}",
        };
    }

    private static AccessTier? TierOf(Inventory inventory, string name) =>
        inventory.ListTiers().FirstOrDefault(tier => tier.Tier.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string DefaultName(Inventory inventory, RoleTarget target)
    {
        bool isOneOfSeveral = inventory.Clients.GetValueOrDefault(target.Client) is { Accounts.Count: > 1 };
        string? account = target.AccountName ?? (isOneOfSeveral ? target.AccountId : null);
        string name = account is null ? $"{target.Client} {target.Tier}" : $"{target.Client} {account} {target.Tier}";
        return name.Length <= LongestDisplayName ? name : name[..LongestDisplayName];
    }

    private static string Checked(string displayName)
    {
        string trimmed = displayName.Trim();
        if (trimmed.Length is > 0 and <= LongestDisplayName && !trimmed.Any(char.IsControl)) return trimmed;
        throw new ClientAccessException(ClientAccessError.InvalidText, $"'{Printable.Of(trimmed)}' cannot be a role's display name: type 1 to {LongestDisplayName} characters on one line.");
    }
}
