using System.Text;

namespace CrossAccess.Core.Tests;

/// <summary>A provider with clients, and exports of their profiles into bytes.</summary>
internal static class FakeProfiles
{
    public const string Path = "/home/ana/.aws/config";

    public static CrossAccessConfiguration Configuration { get; } = new()
    {
        Company = "acme",
        HomeAccountId = "111111111111",
        AdminAccountId = "999999999999",
        Region = "eu-west-1",
        InstanceArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef",
        IdentityStoreId = "d-1234567890",
        StartUrl = "https://acme.awsapps.com/start",
        InventoryPath = "/inventory.json",
    };

    /// <summary>AbcCorp with two accounts, Globex with one whose role asks for an external id.</summary>
    public static Inventory Inventory { get; } = Inventory.Empty
        .WithAccount("AbcCorp", "222222222222", "production")
        .WithAccount("AbcCorp", "333333333333", "staging")
        .WithAccount("Globex", "444444444444")
        .WithRole("AbcCorp", "222222222222", "ReadOnly", new InventoryRole("arn:aws:iam::222222222222:role/acme-read-only"))
        .WithRole("AbcCorp", "333333333333", "ReadOnly", new InventoryRole("arn:aws:iam::333333333333:role/acme-read-only"))
        .WithRole("AbcCorp", "222222222222", "Administrator", new InventoryRole("arn:aws:iam::222222222222:role/acme-administrator"))
        .WithRole("Globex", "444444444444", "ReadOnly", new InventoryRole("arn:aws:iam::444444444444:role/partner/acme-read-only") { ExternalId = "globex:1" });

    public static ProfileKey AbcProduction { get; } = new("AbcCorp", "ReadOnly", "222222222222");

    public static ProfileKey AbcStaging { get; } = new("AbcCorp", "ReadOnly", "333333333333");

    public static ProfileKey Globex { get; } = new("Globex", "ReadOnly", "444444444444");

    public static IReadOnlyList<ProfileKey> All { get; } = [AbcProduction, new("AbcCorp", "Administrator", "222222222222"), AbcStaging, Globex];

    public static ProfileTarget Target(ProfileKey role, string? region = null, Inventory? inventory = null) =>
        new(RoleTarget.Find(inventory ?? Inventory, new RoleEntryRequest(role.Client, role.Tier) { Account = role.AccountId })!, region);

    /// <summary>An export of all clients.</summary>
    public static ProfileExport Whole() => new() { Targets = [.. All.Select(role => Target(role))], IsInScope = _ => true, RoleSessionName = "ana" };

    /// <summary>An export of some roles alone.</summary>
    public static ProfileExport Of(params ProfileKey[] roles) => new() { Targets = [.. roles.Select(role => Target(role))], IsInScope = roles.Contains, RoleSessionName = "ana" };

    public static ClientProfiles Profiles(ClientProfileFormat format = ClientProfileFormat.AwsConfig, Inventory? inventory = null, CrossAccessConfiguration? configuration = null, string? signIn = null) =>
        new(format, inventory ?? Inventory, configuration ?? Configuration, signIn);

    public static ProfileChange Plan(string content, ProfileExport? export = null, ClientProfiles? profiles = null) =>
        (profiles ?? Profiles()).Plan(export ?? Whole(), Path, Encoding.UTF8.GetBytes(content));

    /// <summary>The file as an export leaves it.</summary>
    public static string Export(string content = "", ProfileExport? export = null, ClientProfiles? profiles = null) =>
        Plan(content, export, profiles).Content is { } changed ? Encoding.UTF8.GetString(changed) : content;
}
