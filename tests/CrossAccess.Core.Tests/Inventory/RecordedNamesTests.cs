using System.Text.Json.Nodes;

namespace CrossAccess.Core.Tests;

/// <summary>Sets and roles under names of their own are followed by the records that name them.</summary>
public sealed class RecordedNamesTests
{
    private const string OwnRole = "arn:aws:iam::222222222222:role/partners/AcmeReaders";

    private static RemoteAccessRoleRequest Role { get; } = new("Abc", FakeProvider.Remote, "ReadOnly", new RemoteCredentials.Direct(new CredentialSource.Profile("abc")));

    [Fact]
    public async Task A_name_is_written_only_where_the_convention_gives_another()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.UpdateAsync(inventory => inventory.WithPermissionSet("abc", "ReadOnly", "arn:1", "AbcReadOnly").WithPermissionSet("Abc", "DevOps", "arn:2", "Abc-Ops"));

        JsonNode client = JsonNode.Parse(await File.ReadAllTextAsync(provider.File.Path, FakeProvider.Cancellation))!["clients"]!["Abc"]!;
        Assert.Equal("""{"DevOps":"Abc-Ops"}""", client["permissionSetNames"]!.ToJsonString());
        Assert.Equal(("Abc-Ops", "AbcReadOnly"), (provider.Inventory.PermissionSetName("abc", "devops"), provider.Inventory.PermissionSetName("Abc", "ReadOnly")));

        await provider.UpdateAsync(inventory => inventory.WithPermissionSet("Abc", "DevOps", null));
        Assert.Null(JsonNode.Parse(await File.ReadAllTextAsync(provider.File.Path, FakeProvider.Cancellation))!["clients"]!["Abc"]!["permissionSetNames"]);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a-name-that-is-longer-than-AWS-allows")]
    public async Task A_name_that_AWS_would_not_accept_makes_the_file_unusable(string name)
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        JsonNode inventory = JsonNode.Parse(await File.ReadAllTextAsync(provider.File.Path, FakeProvider.Cancellation))!;
        inventory["clients"]!["Abc"]!["permissionSetNames"] = new JsonObject { ["ReadOnly"] = name };
        await File.WriteAllTextAsync(provider.File.Path, inventory.ToJsonString(), FakeProvider.Cancellation);

        Refusal.Of(ClientAccessError.InventoryUnusable, () => provider.File.Read());
    }

    [Fact]
    public async Task A_set_of_a_name_of_its_own_is_what_a_role_trusts_and_by_what_it_is_entered()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly") { PermissionSetName = "Abc-Readers", ReadableByHolder = true });

        await provider.MakeRoleAsync(Role);

        Assert.Contains("AWSReservedSSO_Abc-Readers_????????????????", provider.Aws.RolesOf(FakeProvider.Remote)["acme-read-only"].Role.TrustPolicy, StringComparison.Ordinal);
        Assert.Contains("AWSReservedSSO_Abc-Readers_????????????????", provider.Aws.Center.Named("Abc-Readers").InlinePolicy, StringComparison.Ordinal);
        Assert.Equal("Abc-Readers", RoleTarget.Find(provider.Inventory, new RoleEntryRequest("abc", "readonly"))!.PermissionSetName);
    }

    [Fact]
    public async Task A_role_of_a_name_of_its_own_is_read_changed_and_reached_by_its_record_and_not_made_twice()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory
            .WithAccount("Abc", FakeProvider.Remote)
            .WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole(OwnRole)));
        provider.Aws.RolesOf(FakeProvider.Remote).Add(new IamRole("AcmeReaders", OwnRole, "{}"));

        RemoteAccessRole made = await provider.MakeRoleAsync(Role with { Adopt = true });
        ClientPermissionSet set = await provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly"));
        Provider fresh = provider.NewProvider();
        RemoteAccessRole? found = await new RemoteAccessRoles(fresh, new RemoteAccounts(fresh)).FindAsync("Abc", FakeProvider.Remote, "ReadOnly", Role.Credentials, FakeProvider.Cancellation);

        Assert.Equal((OwnRole, ChangeStatus.Updated), (made.RoleArn, made.Status));
        Assert.Equal([OwnRole], set.AssumableRoleArn);
        Assert.Equal(OwnRole, found?.RoleArn);
        Assert.False(provider.Aws.RolesOf(FakeProvider.Remote).Has("acme-read-only"));
    }

    [Fact]
    public async Task A_recorded_name_alone_does_not_lead_to_a_set()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory
            .WithAccount("Abc", FakeProvider.Remote)
            .WithPermissionSet("Abc", "ReadOnly", "arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-ffffffffffffffff", "HomeAdministrator"));
        provider.Aws.Center.Add("HomeAdministrator");
        provider.Aws.Directory.AddUser("eve");

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.PermissionSetNotFound, () => provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.User, "eve")));

        Assert.Contains("'HomeAdministrator'", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Log.Writes);
    }
}
