using System.Text.Json.Nodes;

namespace CrossAccess.Core.Tests;

public sealed class InventoryFileTests : IDisposable
{
    private readonly TemporaryInventory _inventory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _inventory.Dispose();

    [Fact]
    public void Where_there_is_no_file_the_inventory_is_empty()
    {
        Assert.Same(Inventory.Empty, _inventory.File.Read());
        Assert.False(File.Exists(_inventory.Path));
    }

    [Fact]
    public async Task Fields_that_this_version_does_not_know_are_kept_at_every_level()
    {
        await WriteAsync("""
            {
              "version": 1, "company": "acme", "future": {"a": [1, 2]},
              "tiers": {"Audit": {"roleNameSuffix": "audit", "managedPolicyArns": ["arn:aws:iam::aws:policy/SecurityAudit"], "future": "tier"}},
              "clients": {"Abc": {"displayName": "ABC & Söhne", "future": "client",
                "accounts": [{"id": "222222222222", "future": "account", "roles": {"ReadOnly": {"arn": "arn:aws:iam::222222222222:role/old", "future": "role"}}}],
                "permissionSets": {"ReadOnly": "arn:old"}}},
              "grants": [{"client": "Abc", "tier": "ReadOnly", "type": "group", "name": "Engineers", "future": "grant"}]
            }
            """);

        await UpdateAsync(inventory => inventory
            .WithAccount("Abc", FakeProvider.Remote, "production")
            .WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole(FakeProvider.RoleArnOfAbc))
            .WithPermissionSet("Abc", "ReadOnly", "arn:new")
            .WithTier(new AccessTier("Audit", "audit") { ManagedPolicyArn = ["arn:aws:iam::aws:policy/ReadOnlyAccess"] })
            .WithGrant(new InventoryGrant("Abc", "ReadOnly", PrincipalType.Group, "Engineers") { Reason = "on call" }));

        JsonNode written = JsonNode.Parse(await File.ReadAllTextAsync(_inventory.Path, Cancellation))!;
        Assert.Equal("""{"a":[1,2]}""", written["future"]!.ToJsonString());
        Assert.Equal("tier", (string?)written["tiers"]!["Audit"]!["future"]);
        JsonNode client = written["clients"]!["Abc"]!;
        Assert.Equal("client", (string?)client["future"]);
        Assert.Equal("account", (string?)client["accounts"]![0]!["future"]);
        Assert.Equal("production", (string?)client["accounts"]![0]!["name"]);
        Assert.Equal("role", (string?)client["accounts"]![0]!["roles"]!["ReadOnly"]!["future"]);
        Assert.Equal(FakeProvider.RoleArnOfAbc, (string?)client["accounts"]![0]!["roles"]!["ReadOnly"]!["arn"]);
        Assert.Equal("arn:new", (string?)client["permissionSets"]!["ReadOnly"]);
        Assert.Equal("grant", (string?)written["grants"]![0]!["future"]);
        Assert.Equal("on call", (string?)written["grants"]![0]!["reason"]);
        Assert.Contains("ABC & Söhne", await File.ReadAllTextAsync(_inventory.Path, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_found_whatever_their_case_after_a_round_trip()
    {
        await UpdateAsync(inventory => inventory
            .WithAccount("AbcCorp", FakeProvider.Remote, "production")
            .WithRole("AbcCorp", FakeProvider.Remote, "ReadOnly", new InventoryRole(FakeProvider.RoleArnOfAbc))
            .WithPermissionSet("AbcCorp", "ReadOnly", "arn:set")
            .WithTier(new AccessTier("Audit", "audit") { ManagedPolicyArn = ["arn:aws:iam::aws:policy/SecurityAudit"] }));
        Inventory read = Reopened().Read();

        Assert.Equal("AbcCorp", read.KeyOf("ABCCORP"));
        InventoryClient client = read.RequireClient("abccorp");
        Assert.Equal(FakeProvider.Remote, client.RequireAccount("AbcCorp", "PRODUCTION").Id);
        Assert.Equal(FakeProvider.RoleArnOfAbc, client.Accounts[0].Roles["READONLY"].Arn);
        Assert.Equal("arn:set", client.PermissionSets["readonly"]);
        Assert.Equal("Audit", read.RequireTier("aUDIT").Tier);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_does_not_touch_the_file()
    {
        static Inventory Onboarded(Inventory inventory) => inventory
            .WithAccount("Abc", FakeProvider.Remote, "production", "ABC Corporation")
            .WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole(FakeProvider.RoleArnOfAbc) { ExternalId = "abc" })
            .WithPermissionSet("Abc", "ReadOnly", "arn:set")
            .WithGrant(new InventoryGrant("Abc", "ReadOnly", PrincipalType.Group, "Engineers") { Reason = "on call" })
            .WithoutGrant("Abc", "DevOps", PrincipalType.Group, "Engineers")
            .WithRole("Abc", FakeProvider.Remote, "DevOps", null)
            .WithPermissionSet("Abc", "DevOps", null);

        await UpdateAsync(Onboarded);
        var longAgo = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_inventory.Path, longAgo);
        await UpdateAsync(Onboarded);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(_inventory.Path));
    }

    [Fact]
    public async Task Changes_by_many_tasks_all_land_and_leave_nothing_but_the_inventory_and_its_lock()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => UpdateAsync(Adding(i)), Cancellation)));
        Assert.Equal(200, Reopened().Read().Clients.Count);
        Assert.All(Directory.GetFiles(_inventory.Folder), path => Assert.DoesNotContain(".tmp", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_through_two_paths_to_one_file_all_land_as_those_of_two_processes_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        InventoryFile other = Reopened();
        Assert.NotSame(_inventory.File, other);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => (i % 2 == 0 ? _inventory.File : other).UpdateAsync(Adding(i), Cancellation), Cancellation)));
        Assert.Equal(120, Reopened().Read().Clients.Count);
    }

    [Fact]
    public async Task A_change_waits_while_another_process_holds_the_lock()
    {
        Task update;
        await using (new FileStream(_inventory.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            update = UpdateAsync(Adding(1));
            Assert.False(update.IsCompleted);
            Assert.False(File.Exists(_inventory.Path));
        }
        await update;
        Assert.Single(_inventory.File.Read().Clients);
    }

    [Fact]
    public async Task A_refused_change_concerns_its_own_asker_alone()
    {
        Task[] updates;
        Task refused;
        Task faulty;
        await using (new FileStream(_inventory.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Task first = UpdateAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote));
            refused = UpdateAsync(inventory => inventory.WithAccount("Other", FakeProvider.Remote));
            faulty = UpdateAsync(_ => throw new InvalidOperationException("a fault"));
            updates = [first, .. Enumerable.Range(0, 5).Select(i => UpdateAsync(Adding(i)))];
        }
        await Task.WhenAll(updates);
        await Refusal.OfAsync(ClientAccessError.AccountRecordedElsewhere, () => refused);
        await Assert.ThrowsAsync<InvalidOperationException>(() => faulty);
        Assert.Equal(6, Reopened().Read().Clients.Count);
    }

    [Fact]
    public async Task A_cancelled_change_is_not_written_by_the_next_one()
    {
        using var cancelled = new CancellationTokenSource();
        Task first;
        Task second;
        await using (new FileStream(_inventory.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            first = UpdateAsync(Adding(1));
            second = _inventory.File.UpdateAsync(Adding(2), cancelled.Token);
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        }
        await first;
        Assert.Equal(["C1"], Reopened().Read().Clients.Keys);
    }

    [Fact]
    public async Task A_file_that_another_process_changed_is_read_anew()
    {
        await UpdateAsync(Adding(1));
        Assert.Single(_inventory.File.Read().Clients);
        await Reopened().UpdateAsync(Adding(2), Cancellation);
        Assert.Equal(["C1", "C2"], _inventory.File.Read().Clients.Keys);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await WriteAsync("""{"version": 2}""");
        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.InventoryUnusable, () => UpdateAsync(Adding(1)));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("""{"version": 2}""", await File.ReadAllTextAsync(_inventory.Path, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"clients": []}""")]
    [InlineData("""{"clients": null}""")]
    [InlineData("""{"tiers": null}""")]
    [InlineData("""{"grants": null}""")]
    [InlineData("""{"clients": {"Abc": null}}""")]
    [InlineData("""{"tiers": {"Audit": null}}""")]
    [InlineData("""{"clients": {"Abc": {"accounts": null}}}""")]
    [InlineData("""{"clients": {"Abc": {"accounts": [null]}}}""")]
    [InlineData("""{"clients": {"Abc": {"accounts": [{"roles": {}}]}}}""")]
    [InlineData("""{"clients": {"Abc": {"accounts": [{"id": "222222222222", "roles": null}]}}}""")]
    [InlineData("""{"clients": {"Abc": {"permissionSets": null}}}""")]
    [InlineData("""{"clients": {"Abc": {"displayName": "one"}, "ABC": {"displayName": "two"}}}""")]
    [InlineData("""{"grants": [null]}""")]
    [InlineData("""{"grants": [{"client": "Abc"}]}""")]
    [InlineData("""{"grants": [{"client": "Abc", "tier": "ReadOnly", "type": "robot", "name": "x"}]}""")]
    public async Task A_file_that_is_no_inventory_is_an_error_that_names_it_and_leaves_it_alone(string content)
    {
        await WriteAsync(content);
        ClientAccessException refusal = Refusal.Of(ClientAccessError.InventoryUnusable, () => _inventory.File.Read());
        Assert.Contains(_inventory.Path, refusal.Message, StringComparison.Ordinal);
        await Refusal.OfAsync(ClientAccessError.InventoryUnusable, () => UpdateAsync(Adding(1)));
        Assert.Equal(content, await File.ReadAllTextAsync(_inventory.Path, Cancellation));
    }

    [Fact]
    public void A_name_in_the_variable_makes_one_file_per_path()
    {
        Assert.Same(_inventory.File, TemporaryInventory.Open(_inventory.Path));
        Assert.Same(_inventory.File, TemporaryInventory.Open(Path.Combine(_inventory.Folder, "..", Path.GetFileName(_inventory.Folder), "inventory.json")));
    }

    private static Func<Inventory, Inventory> Adding(int i) => inventory => inventory.WithAccount($"C{i}", $"{i:D12}");

    private Task UpdateAsync(Func<Inventory, Inventory> change) => _inventory.File.UpdateAsync(change, Cancellation);

    private Task WriteAsync(string content) => File.WriteAllTextAsync(_inventory.Path, content, Cancellation);

    // Another path to the same file: nothing is remembered of the first one's.
    private InventoryFile Reopened()
    {
        string link = Path.Combine(_inventory.Folder, $"link-{Guid.NewGuid():N}");
        Directory.CreateSymbolicLink(link, _inventory.Folder);
        return TemporaryInventory.Open(Path.Combine(link, "inventory.json"));
    }
}
