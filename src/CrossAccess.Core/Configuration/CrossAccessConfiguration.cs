using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>How this provider is set up, as the inventory records it.</summary>
public sealed partial record CrossAccessConfiguration
{
    /// <summary>Begins the name of every remote role.</summary>
    public required string Company { get; init; }

    /// <summary>The account in which permission sets are assigned and which remote roles trust.</summary>
    public required string HomeAccountId { get; init; }

    /// <summary>The account in which Identity Center's API is called: the management account or its delegated administrator.</summary>
    public required string AdminAccountId { get; init; }

    /// <summary>The primary Region of the Identity Center instance.</summary>
    public required string Region { get; init; }

    /// <summary>The Identity Center instance.</summary>
    public required string InstanceArn { get; init; }

    /// <summary>The directory of the instance.</summary>
    public required string IdentityStoreId { get; init; }

    /// <summary>The access portal, such as <c>https://acme.awsapps.com/start</c>.</summary>
    public string? StartUrl { get; init; }

    /// <summary>The AWS profile of the admin account; null: the ambient credentials.</summary>
    public string? AdminProfileName { get; init; }

    /// <summary>The AWS profile of the home account; null: the ambient credentials.</summary>
    public string? HomeProfileName { get; init; }

    /// <summary>True where client permission sets carry home's policy crossaccess-deny, by which Revoke-ClientAccess -Now stops a user at once.</summary>
    public bool HasDenyPolicy { get; init; }

    /// <summary>The inventory file.</summary>
    public required string InventoryPath { get; init; }

    /// <summary>Planned, Created, Updated or Unchanged from Initialize-CrossAccess; null from Get-CrossAccessConfiguration.</summary>
    public ChangeStatus? Status { get; init; }

    /// <summary>Whether an ARN is of a permission set of this instance.</summary>
    internal bool IsOfInstance(string permissionSetArn) =>
        PermissionSetArnPattern().Match(permissionSetArn) is { Success: true } match && InstanceArn.EndsWith($"/{match.Groups["instance"].Value}", StringComparison.Ordinal);

    // AWS writes permissionSet before the instance, others that answer as AWS does write instance.
    [GeneratedRegex(@"\Aarn:aws(-[a-z]{1,5}){0,3}:sso:::[a-zA-Z]+/(?<instance>(sso)?ins-[a-zA-Z0-9.-]{16})/ps-[a-zA-Z0-9./-]{16}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PermissionSetArnPattern();

    internal string Partition => CrossAccess.Partition.OfRegion(Region);

    /// <inheritdoc/>
    public override string ToString() => Company;

    /// <exception cref="ClientAccessException">NotInitialized.</exception>
    internal static CrossAccessConfiguration Of(InventoryFile file)
    {
        Inventory inventory = file.Read();
        if (inventory is { Company: { } company, HomeAccountId: { } home, AdminAccountId: { } admin, Region: { } region, InstanceArn: { } instance, IdentityStoreId: { } store })
        {
            return new CrossAccessConfiguration
            {
                Company = company,
                HomeAccountId = home,
                AdminAccountId = admin,
                Region = region,
                InstanceArn = instance,
                IdentityStoreId = store,
                StartUrl = inventory.StartUrl,
                AdminProfileName = inventory.AdminProfileName,
                HomeProfileName = inventory.HomeProfileName,
                HasDenyPolicy = inventory.DenyPolicy == true,
                InventoryPath = file.Path,
            };
        }
        throw new ClientAccessException(ClientAccessError.NotInitialized, $"CrossAccess is not set up: the inventory {file.Path} names no company and home account.")
        {
            RecommendedAction = "With credentials of the Identity Center admin account, type: Initialize-CrossAccess <company>",
        };
    }

    internal Inventory WrittenTo(Inventory inventory)
    {
        Inventory written = inventory with
        {
            Company = Company,
            HomeAccountId = HomeAccountId,
            AdminAccountId = AdminAccountId,
            Region = Region,
            InstanceArn = InstanceArn,
            IdentityStoreId = IdentityStoreId,
            StartUrl = StartUrl,
            AdminProfileName = AdminProfileName,
            HomeProfileName = HomeProfileName,
            DenyPolicy = HasDenyPolicy ? true : null,
        };
        return written == inventory ? inventory : written;
    }
}
