using System.Text.Json.Nodes;

namespace CrossAccess.Core.Tests;

public sealed class RemoteAccessTemplatesTests : IDisposable
{
    private const string Inline = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-handover-");

    public void Dispose() => _folder.Delete(recursive: true);

    private static RemoteAccessTemplateRequest Request { get; } = new(new RemoteAccessRoleTerms("Abc", ""), ["ReadOnly"]);

    private RemoteAccessTemplateRequest InFolder => Request with { Path = _folder.FullName };

    private string FileOf(string folder, string name) => Path.Combine(_folder.FullName, folder, name);

    [Fact]
    public async Task Text_for_any_account_records_nothing_and_asks_AWS_nothing()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();

        RemoteAccessTemplate made = await MakeAsync(provider, Request);

        Assert.Equal((ChangeStatus.Unchanged, null, null), (made.Status, made.AccountId, made.RoleArn));
        Assert.Equal(["ReadOnly acme-read-only"], made.Tier.Zip(made.RoleName, (tier, role) => $"{tier} {role}"));
        Assert.Contains("RoleName: acme-read-only", made.Content, StringComparison.Ordinal);
        Assert.Empty(provider.Inventory.Clients);
        Assert.Empty(provider.Log.All);
    }

    [Fact]
    public async Task An_account_is_recorded_with_the_roles_that_its_admin_will_make()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();

        RemoteAccessTemplate made = await MakeAsync(provider, Request with { AccountId = FakeProvider.Remote, AccountName = "production", DisplayName = "Abc Corporation" });

        Assert.Equal((ChangeStatus.Created, FakeProvider.RoleArnOfAbc, "production"), (made.Status, made.RoleArn, made.AccountName));
        InventoryClient client = provider.Inventory.RequireClient("Abc");
        Assert.Equal("Abc Corporation", client.DisplayName);
        Assert.Equal(FakeProvider.RoleArnOfAbc, client.RequireAccount("Abc", "production").Roles["ReadOnly"].Arn);
        Assert.Equal(ChangeStatus.Unchanged, (await MakeAsync(provider, Request with { AccountId = FakeProvider.Remote })).Status);
        Assert.Equal(ChangeStatus.Updated, (await MakeAsync(provider, Request with { AccountId = FakeProvider.Remote, Tiers = ["readonly", "Administrator"] })).Status);
        Assert.Empty(provider.Log.All);
    }

    [Fact]
    public async Task A_role_and_a_set_that_are_recorded_under_names_of_their_own_keep_them()
    {
        const string Legacy = "arn:aws:iam::222222222222:role/partners/legacy";
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory
            .WithAccount("Abc", FakeProvider.Remote).WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole(Legacy)).WithPermissionSet("Abc", "ReadOnly", "arn:aws:sso:::x", "OldSet"));

        RemoteAccessTemplate made = await MakeAsync(provider, Request with { AccountId = FakeProvider.Remote });

        Assert.Equal((Legacy, ChangeStatus.Unchanged), (made.RoleArn, made.Status));
        Assert.Contains("RoleName: legacy\n", made.Content, StringComparison.Ordinal);
        Assert.Contains("AWSReservedSSO_OldSet_????????????????", made.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_has_every_format_and_a_page_and_is_written_only_where_it_differs()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        IChange<RemoteAccessTemplate> planned = await PlanAsync(provider, InFolder);
        Assert.Equal(ChangeStatus.Planned, planned.Preview.Status);
        Assert.Empty(_folder.GetDirectories());

        RemoteAccessTemplate made = await planned.ApplyAsync(provider.Activity, FakeProvider.Cancellation);

        Assert.Equal((ChangeStatus.Created, Path.Combine(_folder.FullName, "Abc")), (made.Status, made.Path));
        Assert.Equal(["aws-cli.sh", "cloudformation.yaml", "cloudshell.txt", "powershell.ps1", "read-me.html", "stackset.yaml", "terraform.tf"], Directory.GetFiles(made.Path!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(FileOf("Abc", "aws-cli.sh")).HasFlag(UnixFileMode.UserExecute));

        DateTime long_ago = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(FileOf("Abc", "terraform.tf"), long_ago);
        Assert.Equal(ChangeStatus.Unchanged, (await MakeAsync(provider, InFolder)).Status);
        File.AppendAllText(FileOf("Abc", "read-me.html"), "<!-- by hand -->");
        IChange<RemoteAccessTemplate> repair = await PlanAsync(provider, InFolder);
        Assert.Equal($"write read-me.html in {made.Path}", repair.Action);
        Assert.Equal(ChangeStatus.Updated, (await repair.ApplyAsync(provider.Activity, FakeProvider.Cancellation)).Status);
        Assert.Equal(long_ago, File.GetLastWriteTimeUtc(FileOf("Abc", "terraform.tf")), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Accounts_of_one_client_have_folders_of_their_own()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await MakeAsync(provider, InFolder with { AccountId = FakeProvider.Remote });
        await MakeAsync(provider, InFolder with { AccountId = FakeProvider.Second });

        Assert.Contains($"expected_account='{FakeProvider.Remote}'", File.ReadAllText(FileOf("Abc-222222222222", "aws-cli.sh")), StringComparison.Ordinal);
        Assert.Contains($"expected_account='{FakeProvider.Second}'", File.ReadAllText(FileOf("Abc-333333333333", "aws-cli.sh")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_and_what_was_recorded_stays()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        File.WriteAllText(Path.Combine(_folder.FullName, "Abc-222222222222"), "a file");

        ClientAccessException refused = await Refusal.OfAsync(ClientAccessError.FileUnusable, () => MakeAsync(provider, InFolder with { AccountId = FakeProvider.Remote }));

        Assert.Contains("Abc-222222222222", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Done: record account 222222222222", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.RecommendedAction);
    }

    [Fact]
    public async Task A_generated_external_id_is_random_recorded_and_kept_for_all_of_a_clients_accounts()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        RemoteAccessTemplateRequest generating = Request with { AccountId = FakeProvider.Remote, GeneratesExternalId = true };
        IChange<RemoteAccessTemplate> planned = await PlanAsync(provider, generating);

        // What is only previewed must not let anybody in.
        Assert.Equal("generated-when-this-is-run", planned.Preview.ExternalId);
        RemoteAccessTemplate made = await planned.ApplyAsync(provider.Activity, FakeProvider.Cancellation);

        Assert.Matches("\\A[0-9a-f]{32}\\z", made.ExternalId);
        Assert.Contains($"\"sts:ExternalId\": {made.ExternalId}\n", made.Content.Replace($"\"{made.ExternalId}\"", made.ExternalId, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(made.ExternalId, provider.Inventory.RequireClient("Abc").RequireAccount("Abc", null).Roles["ReadOnly"].ExternalId);
        Assert.Equal((made.ExternalId, ChangeStatus.Unchanged), Brief(await MakeAsync(provider, generating)));
        Assert.Equal((made.ExternalId, ChangeStatus.Created), Brief(await MakeAsync(provider, generating with { AccountId = FakeProvider.Second })));
        Assert.NotEqual(made.ExternalId, (await MakeAsync(provider, generating with { Terms = new RemoteAccessRoleTerms("Globex", ""), AccountId = "444444444444" })).ExternalId);

        static (string?, ChangeStatus) Brief(RemoteAccessTemplate template) => (template.ExternalId, template.Status);
    }

    [Fact]
    public async Task Two_rows_of_a_new_client_share_the_external_id_that_the_first_was_given()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        var templates = new RemoteAccessTemplates(provider.File);
        RemoteAccessTemplateRequest generating = Request with { GeneratesExternalId = true };
        IChange<RemoteAccessTemplate>[] plans =
        [
            await templates.PlanAsync(generating with { AccountId = FakeProvider.Remote }, provider.Activity, FakeProvider.Cancellation),
            await templates.PlanAsync(generating with { AccountId = FakeProvider.Second }, provider.Activity, FakeProvider.Cancellation),
        ];

        RemoteAccessTemplate[] made = await Task.WhenAll(plans.Select(plan => plan.ApplyAsync(provider.Activity, FakeProvider.Cancellation)));

        Assert.Equal(made[0].ExternalId, made[1].ExternalId);
    }

    [Fact]
    public async Task An_external_id_without_an_account_or_twice_over_is_refused()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        RemoteAccessRoleTerms given = Request.Terms with { ExternalId = "abc-42" };
        ClientAccessException nowhere = await Refusal.OfAsync(ClientAccessError.RequestRejected, () => MakeAsync(provider, Request with { GeneratesExternalId = true }));
        Assert.Equal("Name the account: -AccountId <12 digits>", nowhere.RecommendedAction);
        await Refusal.OfAsync(ClientAccessError.RequestRejected, () => MakeAsync(provider, Request with { Terms = given }));
        await Refusal.OfAsync(ClientAccessError.RequestRejected, () => MakeAsync(provider, Request with { Terms = given, AccountId = FakeProvider.Remote, GeneratesExternalId = true }));
        Assert.Equal("abc-42", (await MakeAsync(provider, Request with { Terms = given, AccountId = FakeProvider.Remote })).ExternalId);
    }

    [Theory]
    [InlineData(FakeProvider.Home, ClientAccessError.InvalidAccountId)]
    [InlineData(FakeProvider.Second, ClientAccessError.AccountRecordedElsewhere)]
    public async Task Home_and_another_clients_account_are_refused(string accountId, ClientAccessError error)
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Globex", FakeProvider.Second));
        await Refusal.OfAsync(error, () => MakeAsync(provider, Request with { AccountId = accountId }));
    }

    [Fact]
    public async Task What_the_tier_or_the_terms_lack_is_refused_as_for_New_RemoteAccessRole()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await Refusal.OfAsync(ClientAccessError.TierWithoutPolicy, () => MakeAsync(provider, Request with { Tiers = ["DevOps"] }));
        await Refusal.OfAsync(ClientAccessError.TierNotFound, () => MakeAsync(provider, Request with { Tiers = ["Nobody"] }));
        await Refusal.OfAsync(ClientAccessError.InvalidDuration, () => MakeAsync(provider, Request with { Terms = Request.Terms with { MaxSessionDuration = TimeSpan.FromHours(13) } }));
        await Refusal.OfAsync(ClientAccessError.InvalidArn, () => MakeAsync(provider, Request with { Terms = Request.Terms with { TrustedRoleArns = ["arn:aws:iam::222222222222:role/x"] } }));
    }

    [Theory]
    [InlineData("""{"Ref":"AWS::StackName"}""")]
    [InlineData("""{"Fn::GetAtt":["x","y"]}""")]
    [InlineData("""{"StringEquals":{"aws:userid":"{{resolve:ssm:/secret}}"}}""")]
    public async Task A_policy_that_CloudFormation_would_evaluate_is_refused_where_CloudFormation_reads_it_and_only_there(string condition)
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        RemoteAccessTemplateRequest request = Request with
        {
            Terms = Request.Terms with { PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{{condition}}}]}""" },
        };
        foreach (RemoteAccessTemplateFormat format in Enum.GetValues<RemoteAccessTemplateFormat>())
        {
            if (format is RemoteAccessTemplateFormat.CloudFormation or RemoteAccessTemplateFormat.StackSet or RemoteAccessTemplateFormat.CloudShell)
                await Refusal.OfAsync(ClientAccessError.InvalidPolicyDocument, () => MakeAsync(provider, request with { Format = format }));
            else
                Assert.NotEmpty((await MakeAsync(provider, request with { Format = format })).Content);
        }
    }

    [Fact]
    public async Task A_template_that_is_too_long_to_read_well_is_written_shorter_and_one_too_long_for_CloudFormation_is_refused()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        foreach (string tier in new[] { "One", "Two", "Three", "Four", "Five", "Six" })
        {
            var statement = new JsonObject { ["Effect"] = "Allow", ["Action"] = new JsonArray([.. Enumerable.Range(1000, 900).Select(i => (JsonNode)$"s3:A{i}")]), ["Resource"] = "*" };
            await provider.UpdateAsync(inventory => inventory.WithTier(new AccessTier(tier, TierName.ToRoleNameSuffix(tier))
            {
                PolicyDocument = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) }.ToJsonString(),
            }));
        }

        string one = (await MakeAsync(provider, Request with { Tiers = ["One"] })).Content;
        string three = (await MakeAsync(provider, Request with { Tiers = ["One", "Two", "Three"] })).Content;
        Assert.True(one.Split('\n').Length > 900 && three.Split('\n').Length < 200 && three.Length < 51_200);

        RemoteAccessTemplateRequest six = Request with { Tiers = ["One", "Two", "Three", "Four", "Five", "Six"] };
        await Refusal.OfAsync(ClientAccessError.PolicyTooLong, () => MakeAsync(provider, six));
        Assert.NotEmpty((await MakeAsync(provider, six with { TemplateUrl = "https://acme.s3.amazonaws.com/x.yaml" })).Content);
        await Refusal.OfAsync(ClientAccessError.PolicyTooLong, () => MakeAsync(provider, six with { TemplateUrl = "https://acme.s3.amazonaws.com/x.yaml", Format = RemoteAccessTemplateFormat.CloudShell }));
        Assert.NotEmpty((await MakeAsync(provider, six with { Format = RemoteAccessTemplateFormat.AwsCli })).Content);
    }

    [Theory]
    [InlineData("acme; rm -rf ~", "eu-west-1", ClientAccessError.InvalidCompanyName)]
    [InlineData("acme\n", "eu-west-1", ClientAccessError.InventoryUnusable)]
    [InlineData("acme", "eu-west-1\nx", ClientAccessError.RegionNotFound)]
    public async Task What_was_put_into_the_inventory_by_hand_gets_into_no_script(string company, string region, ClientAccessError error)
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory with { Company = company, Region = region });
        await Refusal.OfAsync(error, () => MakeAsync(provider, Request));
    }

    [Fact]
    public async Task A_role_name_or_a_home_account_of_the_inventory_that_is_none_is_refused()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory with { HomeAccountId = "1' || true" });
        await Refusal.OfAsync(ClientAccessError.InventoryUnusable, () => MakeAsync(provider, Request));
        await provider.UpdateAsync(inventory => inventory with { HomeAccountId = FakeProvider.Home, Tiers = inventory.Tiers.SetItem("ReadOnly", new InventoryTier { RoleNameSuffix = "$(id)", ManagedPolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }) });
        await Refusal.OfAsync(ClientAccessError.InvalidArn, () => MakeAsync(provider, Request));
    }

    [Theory]
    [InlineData("eu-west-1", "aws", "https://eu-central-1.console.aws.amazon.com/", "eu-central-1")]
    [InlineData("cn-north-1", "aws-cn", "https://cn-northwest-1.console.amazonaws.cn/", "cn-northwest-1")]
    [InlineData("us-gov-west-1", "aws-us-gov", "https://us-gov-east-1.console.amazonaws-us-gov.com/", "us-gov-east-1")]
    [InlineData("eusc-de-east-1", "aws-eusc", "https://eusc-de-east-1.console.amazonaws-eusc.eu/", "eusc-de-east-1")]
    public async Task Every_partition_has_its_ARNs_and_its_console(string home, string partition, string console, string region)
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory with { Region = home });
        string bucket = partition == "aws-cn" ? "https://acme.s3.cn-north-1.amazonaws.com.cn/t.yaml" : "https://acme.s3.amazonaws.com/a b.yaml".Replace(" ", "%20", StringComparison.Ordinal);

        RemoteAccessTemplate made = await MakeAsync(provider, Request with { AccountId = FakeProvider.Remote, TemplateUrl = bucket, Region = region });

        Assert.Equal($"arn:{partition}:iam::222222222222:role/acme-read-only", made.RoleArn);
        Assert.Equal($"{console}cloudformation/home?region={region}#/stacks/create/review?templateURL={Uri.EscapeDataString(bucket)}&stackName=crossaccess-acme-Abc", made.QuickCreateUrl);
        foreach (RemoteAccessTemplateFormat format in Enum.GetValues<RemoteAccessTemplateFormat>())
        {
            string text = (await MakeAsync(provider, Request with { Format = format })).Content;
            Assert.Contains($"arn:{partition}:iam::aws:policy/ReadOnlyAccess", text, StringComparison.Ordinal);
            Assert.Equal(text.Split("arn:").Length, text.Split($"arn:{partition}:").Length);
        }
    }

    [Theory]
    [InlineData("https://bucket.s3.eu-west-1.amazonaws.com/key.yaml")]
    [InlineData("https://bucket.s3.amazonaws.com/a/b/key.yaml")]
    [InlineData("https://bucket.s3.dualstack.eu-west-1.amazonaws.com/key.yaml")]
    [InlineData("https://s3-eu-west-1.amazonaws.com/bucket/key.yaml")]
    [InlineData("https://s3.eu-west-1.amazonaws.com/bucket/key.yaml?versionId=3HL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY")]
    public void An_object_of_S3_is_where_CloudFormation_reads(string url) => Assert.Equal(url, TemplateUrl.Parse($" {url} "));

    [Theory]
    [InlineData("http://bucket.s3.amazonaws.com/key.yaml")]
    [InlineData("https://raw.githubusercontent.com/acme/t/main/key.yaml")]
    [InlineData("https://bucket.s3.amazonaws.com.evil.example/key.yaml")]
    [InlineData("https://evil.example/bucket.s3.amazonaws.com/key.yaml")]
    [InlineData("https://user@bucket.s3.amazonaws.com/key.yaml")]
    [InlineData("https://bucket.s3.amazonaws.com")]
    [InlineData("https://bucket.s3.amazonaws.com/")]
    [InlineData("https://s3.amazonaws.com/bucket")]
    [InlineData("https://bucket.s3.amazonaws.com/key.yaml?X-Amz-Signature=abc")]
    [InlineData("https://bucket.s3.amazonaws.com/key.yaml#x")]
    [InlineData("https://bucket.s3.amazonaws.com/a\"b")]
    [InlineData("s3://bucket/key.yaml")]
    public void Any_other_address_is_refused(string url) => Refusal.Of(ClientAccessError.InvalidText, () => TemplateUrl.Parse(url));

    [Theory]
    [InlineData("europe")]
    [InlineData("eu-west-1; id")]
    [InlineData("cn-north-1")]
    public async Task A_Region_that_is_none_or_of_another_partition_is_refused(string region)
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await Refusal.OfAsync(ClientAccessError.RegionNotFound, () => MakeAsync(provider, Request with { Region = region }));
    }

    [Fact]
    public async Task A_trust_policy_that_an_account_may_not_take_is_warned_of()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await MakeAsync(provider, Request with { Terms = Request.Terms with { TrustedRoleArns = [.. Enumerable.Range(0, 40).Select(i => $"arn:aws:iam::111111111111:role/runbook-{i}")] } });
        Assert.Contains("an account allows 2,048", Assert.Single(provider.Activity.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_who_may_do_what_and_shows_every_name_as_text()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await MakeAsync(provider, InFolder with
        {
            AccountId = FakeProvider.Remote,
            DisplayName = "<script>alert('Abc')</script>\u202E\n",
            Tiers = ["ReadOnly", "Administrator"],
            TemplateUrl = "https://acme.s3.amazonaws.com/t.yaml",
            Terms = Request.Terms with { PolicyDocument = Inline, ManagedPolicyArns = ["arn:aws:iam::aws:policy/AdministratorAccess"], TrustedRoleArns = ["arn:aws:iam::111111111111:role/nightly"] },
        });

        string page = File.ReadAllText(FileOf("Abc-222222222222", "read-me.html"));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        foreach (string said in new[]
        {
            "default-src 'none'", "arn:aws:iam::222222222222:role/acme-read-only", "AbcReadOnly", "AbcAdministrator", "role/nightly", "everything, including to change or remove this role",
            "&quot;s3:*&quot;", "stacks/create/review?templateURL=", "aws cloudformation delete-stack --stack-name crossaccess-acme-Abc", "aws iam delete-role --role-name acme-administrator", "<pre>aws iam delete-role-policy --role-name acme-administrator --policy-name AWSRevokeOlderSessions</pre>",
            "attribute", "What becomes of sessions that are open", "Nothing has to be sent back.", "look through IAM",
        }) Assert.Contains(said, page, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<IChange<RemoteAccessTemplate>> PlanAsync(FakeProvider provider, RemoteAccessTemplateRequest request) =>
        new RemoteAccessTemplates(provider.File).PlanAsync(request, provider.Activity, FakeProvider.Cancellation);

    private static async Task<RemoteAccessTemplate> MakeAsync(FakeProvider provider, RemoteAccessTemplateRequest request) =>
        await (await PlanAsync(provider, request)).ApplyAsync(provider.Activity, FakeProvider.Cancellation);
}
