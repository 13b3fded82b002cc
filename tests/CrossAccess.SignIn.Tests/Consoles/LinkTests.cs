using System.Collections.Specialized;
using System.Management.Automation;
using System.Web;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests.Consoles;

/// <summary>Links that need no credentials.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class LinkTests
{
    [Fact]
    public async Task A_switch_role_link_leads_from_homes_console_to_the_role()
    {
        using ConsoleShell shell = new();
        await shell.SignInAtHomeAsync("AbcCorpReadOnly");
        shell.Work.TakeOperations();

        string link = Assert.Single(shell.Work.Run("(Get-ClientConsoleUrl AbcCorp -SwitchRole).Url").Texts);

        Assert.Empty(shell.Work.TakeOperations());
        Assert.Equal(
            new ShownConsole(ConsoleShell.Production, "acme-read-only", $"arn:aws:sts::{ConsoleShell.Production}:assumed-role/acme-read-only/ana", "/console/home", "none", "AbcCorp ReadOnly"),
            await shell.SwitchAsync(link));
    }

    [Fact]
    public void A_role_that_wants_an_external_id_has_no_link_and_opens_by_a_sign_in()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("$null = New-RemoteAccessRole XyzCorp 444444444444 -ExternalId xyz-42 -ProfileName client-444444444444 | New-ClientPermissionSet | Grant-ClientAccess -User ana");

        ErrorRecord error = shell.Work.ErrorOf("Get-ClientConsoleUrl XyzCorp -SwitchRole");

        Assert.StartsWith("ExternalIdRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidOperation, error.CategoryInfo.Category);
        Assert.DoesNotContain("xyz-42", error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("ExternalIdRequired,", shell.Work.ErrorOf("Enter-ClientRole XyzCorp; Get-ClientConsoleUrl -SwitchRole").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("XyzCorp", Assert.Single(shell.Work.Run("Get-ClientConsoleUrl").Output).Properties["Client"].Value);
    }

    [Fact]
    public void Clients_from_the_pipeline_give_a_table_of_links_and_say_what_they_leave_out()
    {
        using ConsoleShell shell = new();
        shell.AddStaging();
        shell.Work.Run("$null = New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222; $null = New-RemoteAccessRole XyzCorp 444444444444 -ProfileName client-444444444444");
        shell.Work.TakeOperations();

        ShellResult result = shell.Work.Run("Get-CrossAccessClient | Get-ClientConsoleUrl -SwitchRole");

        Assert.Equal(
            ["AbcCorp 222222222222 Administrator f2b0a9", "AbcCorp 222222222222 ReadOnly b7ca9d", "AbcCorp 333333333333 ReadOnly b7ca9d", "XyzCorp 444444444444 ReadOnly b7ca9d"],
            result.Output.Select(link => string.Join(' ', ((string[])["Client", "AccountId", "Tier", "Color"]).Select(name => link.Properties[name].Value))));
        Assert.Equal("Left out, because the inventory records no such role: AbcCorp Administrator (333333333333).", Assert.Single(result.Warnings));
        Assert.Empty(shell.Work.TakeOperations());
        Assert.All(result.Output, link => Assert.Contains("Url", link.Properties.Select(property => property.Name)));
    }

    [Fact]
    public void A_client_from_the_pipeline_does_not_open_all_of_its_consoles()
    {
        using ConsoleShell shell = new();
        shell.AddStaging();

        Assert.StartsWith("AccountAmbiguous,", shell.Work.ErrorOf("Get-CrossAccessClient | Open-ClientConsole").FullyQualifiedErrorId, StringComparison.Ordinal);

        shell.Work.Run("$null = New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222");
        Assert.StartsWith("InvalidText,", shell.Work.ErrorOf("Get-CrossAccessClient | Open-ClientConsole -Account staging").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("InvalidText,", shell.Work.ErrorOf("Get-CrossAccessClient | Get-ClientConsoleUrl").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(shell.Work.Browser.WasAsked);
        Assert.Equal(2, shell.Work.Run("Get-CrossAccessClient | Get-ClientConsoleUrl -Tier ReadOnly").Output.Count);
    }

    [Fact]
    public void A_session_has_links_even_without_an_inventory()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp");
        shell.Work.ForgetInventory();
        shell.Work.TakeOperations();

        PSObject link = Assert.Single(shell.Work.Run("Get-ClientRole | Get-ClientConsoleUrl -SwitchRole").Output);

        Assert.Contains($"account={ConsoleShell.Production}&roleName=acme-read-only&", (string)link.Properties["Url"].Value, StringComparison.Ordinal);
        Assert.Equal("acme-read-only", ((string)link.Properties["RoleArn"].Value).Split('/')[^1]);
        Assert.Empty(shell.Work.TakeOperations());
    }

    [Fact]
    public void The_portal_link_names_home_and_the_clients_permission_set()
    {
        using ConsoleShell shell = new();

        PSObject link = Assert.Single(shell.Work.Run("Get-ClientConsoleUrl AbcCorp -Portal -Service s3 -Region eu-north-1").Output);

        string[] parts = ((string)link.Properties["Url"].Value).Split("/#/console?");
        Assert.Equal(shell.Work.Sandbox.PortalUrl, parts[0]);
        NameValueCollection query = HttpUtility.ParseQueryString(parts[1]);
        Assert.Equal((shell.Work.Sandbox.HomeAccountId, "AbcCorpReadOnly", $"{shell.Work.Sandbox.EndpointUrl}/s3/home?region=eu-north-1"), (query["account_id"], query["role_name"], query["destination"]));
        Assert.Empty(shell.Work.TakeOperations());
    }

    [Fact]
    public void Every_partition_has_its_own_page()
    {
        using ConsoleShell shell = new();
        File.WriteAllText(Path.Combine(shell.Work.Home, "inventory.json"), """
            { "version": 1, "company": "acme", "region": "eu-west-1", "clients": {
              "China":     { "accounts": [ { "id": "222222222222", "roles": { "ReadOnly": { "arn": "arn:aws-cn:iam::222222222222:role/acme-read-only" } } } ] },
              "Gov":       { "accounts": [ { "id": "333333333333", "roles": { "ReadOnly": { "arn": "arn:aws-us-gov:iam::333333333333:role/acme-read-only" } } } ] },
              "Sovereign": { "accounts": [ { "id": "444444444444", "roles": { "ReadOnly": { "arn": "arn:aws-eusc:iam::444444444444:role/acme-read-only" } } } ] },
              "World":     { "accounts": [ { "id": "555555555555", "roles": { "ReadOnly": { "arn": "arn:aws:iam::555555555555:role/acme-read-only" } } } ] } } }
            """);
        shell.Work.Set("AWS_ENDPOINT_URL", null);

        IReadOnlyList<string> links = shell.Work.Run("(Get-CrossAccessClient | Get-ClientConsoleUrl -SwitchRole).Url").Texts;

        Assert.Equal(
            ["signin.amazonaws.cn 222222222222", "signin.amazonaws-us-gov.com 333333333333", "eusc-de-east-1.signin.amazonaws-eusc.eu 444444444444", "signin.aws.amazon.com 555555555555"],
            links.Select(link => $"{new Uri(link).Host} {HttpUtility.ParseQueryString(new Uri(link).Query)["account"]}"));
        Assert.All(links, link => Assert.Equal(("https", "/switchrole"), (new Uri(link).Scheme, new Uri(link).AbsolutePath)));
    }
}
