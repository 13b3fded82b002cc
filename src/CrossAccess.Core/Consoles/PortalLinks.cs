namespace CrossAccess;

/// <summary>Makes links into the access portal (https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html). No request is sent.</summary>
internal sealed class PortalLinks(Provider provider)
{
    // Once for all links: it reads the AWS configuration, which may be long.
    private readonly Lazy<Uri?> _endpoint = new(() => provider.Connector.OpenFederation(provider.Entered.HomeEnvironment).Endpoint);

    /// <exception cref="ClientAccessException">NotInitialized when neither the inventory nor a sign-in names the portal and home; ClientNotFound, TierNotFound, …</exception>
    public PortalLink Of(string client, string tier, ConsolePage page)
    {
        Inventory inventory = provider.InventoryFile.Read();
        SignInToken? signIn = inventory.Company is null ? provider.SignIns.Find(null) : null;
        string startUrl = inventory.StartUrl ?? signIn?.StartUrl ?? throw NoPortal("No access portal is known");
        string home = inventory.HomeAccountId ?? signIn?.HomeAccountId ?? throw NoPortal("The home account is not known");
        string region = inventory.Region ?? signIn?.Region ?? throw NoPortal("The Region of Identity Center is not known");
        (string key, string tierName) = inventory.Company is null
            ? (inventory.KeyOf(client), TierName.Parse(tier))
            : (Recorded(inventory, client), inventory.RequireTier(tier).Tier);
        string set = inventory.PermissionSetName(key, tierName);

        string? destination = page == ConsolePage.Home ? null : DestinationOf(page, region, home);
        string query = $"account_id={home}&role_name={Uri.EscapeDataString(set)}{(destination is null ? "" : $"&destination={Uri.EscapeDataString(destination)}")}";
        return new PortalLink(key, tierName, home, set, destination, $"{PortalUrl.Parse(startUrl)}/#/console?{query}");
    }

    private string DestinationOf(ConsolePage page, string region, string home) =>
        ConsoleDestination.Of(page, ConsoleHosts.Of(Partition.OfRegion(region), page.Region ?? region, _endpoint.Value), region, home);

    private static string Recorded(Inventory inventory, string client)
    {
        inventory.RequireClient(client);
        return inventory.KeyOf(client);
    }

    private static ClientAccessException NoPortal(string what) => new(ClientAccessError.NotInitialized, $"{what}: neither an inventory nor a sign-in to Identity Center names it.")
    {
        RecommendedAction = $"Use the provider's inventory ($env:{InventoryFile.PathVariable}), or sign in: Connect-CrossAccess -StartUrl https://<company>.awsapps.com/start -Region <Region>",
    };
}
