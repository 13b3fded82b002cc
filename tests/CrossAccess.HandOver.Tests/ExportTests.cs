using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.HandOver.Tests;

/// <summary>Export-RemoteAccessTemplate as its users type it.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ExportTests : IDisposable
{
    private readonly SandboxSession _aws = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-export-");

    public ExportTests() => _aws.Shell.Set("folder", _folder.FullName);

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Text_is_a_string_that_carries_what_the_next_command_binds()
    {
        PSObject text = Assert.Single(_aws.Run("Export-RemoteAccessTemplate AbcCorp 222222222222 -Format AwsCli").Output);

        Assert.StartsWith("#!/usr/bin/env bash\n", Assert.IsType<string>(text.BaseObject), StringComparison.Ordinal);
        Assert.Equal(
            ["AbcCorp", "222222222222", "arn:aws:iam::222222222222:role/acme-read-only", "AwsCli", "Created"],
            new[] { "Client", "AccountId", "RoleArn", "Format", "Status" }.Select(text.Text));
        Assert.Equal(["AbcCorpReadOnly"], _aws.Run("Export-RemoteAccessTemplate AbcCorp 222222222222 | New-ClientPermissionSet").Output.Select(set => set.Text("PermissionSetName")));
        Assert.Equal(["AbcCorpReadOnly", "AbcCorpAdministrator"], _aws.Run("Export-RemoteAccessTemplate AbcCorp 222222222222 -Tier ReadOnly, Administrator | New-ClientPermissionSet").Output.Select(set => set.Text("PermissionSetName")));
    }

    [Fact]
    public void Rows_get_folders_and_the_pipeline_goes_on_to_grants_without_a_request_to_the_clients()
    {
        ShellResult granted = _aws.Run("$rows | Export-RemoteAccessTemplate -Tier ReadOnly -Path $folder -OutVariable kits | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers", SandboxSession.ThreeRows());

        Assert.Equal(["Created", "Created", "Created"], granted.Statuses());
        Assert.Equal(["Created", "Created", "Created"], _aws.Run("$kits.Status").Texts);
        Assert.Equal(["AbcCorp-222222222222", "Globex-333333333333", "Initech-444444444444"], _folder.GetDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(_aws.Requests, request => request.Service == "iam");
        Assert.Equal(["Unchanged", "Unchanged", "Unchanged"], _aws.Run("$rows | Export-RemoteAccessTemplate -Tier ReadOnly -Path $folder").Statuses());
    }

    [Fact]
    public void Exporting_asks_AWS_nothing_at_all()
    {
        _aws.Run("$rows | Export-RemoteAccessTemplate -Path $folder; Export-RemoteAccessTemplate AbcCorp; Export-RemoteAccessTemplate AbcCorp 222222222222 -GenerateExternalId", SandboxSession.ThreeRows());

        Assert.Empty(_aws.Requests);
    }

    [Fact]
    public void WhatIf_writes_and_records_nothing_and_yields_Planned()
    {
        ShellResult result = _aws.Run("$rows | Export-RemoteAccessTemplate -Path $folder -WhatIf", SandboxSession.ThreeRows());

        Assert.Equal(["Planned", "Planned", "Planned"], result.Statuses());
        Assert.Contains("record account 222222222222 and the role acme-read-only in the inventory, write read-me.html", result.HostText, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFileSystemInfos());
        Assert.Empty(_aws.Run("Get-CrossAccessClient").Output);
        Assert.Equal("generated-when-this-is-run", _aws.Run("Export-RemoteAccessTemplate AbcCorp 222222222222 -GenerateExternalId -WhatIf").Output[0].Text("ExternalId"));
    }

    [Fact]
    public void A_relative_path_is_the_sessions_own_and_a_no_is_a_no()
    {
        _aws.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)");
        _aws.Shell.Screen.Answers.Enqueue("No");
        Assert.Empty(_aws.Run("Export-RemoteAccessTemplate AbcCorp -Path ./kit -Confirm").Output);
        Assert.Empty(_folder.GetFileSystemInfos());

        Assert.Equal(Path.Combine(_folder.FullName, "kit", "AbcCorp"), _aws.Run("Export-RemoteAccessTemplate AbcCorp -Path ./kit").Output[0].Text("Path"));
    }

    [Fact]
    public void Who_asks_for_an_external_id_is_told_its_price_once()
    {
        string warning = Assert.Single(_aws.Run("$rows | Export-RemoteAccessTemplate -GenerateExternalId", SandboxSession.ThreeRows()).Warnings);

        Assert.Contains("Switch Role", warning, StringComparison.Ordinal);
        Assert.Empty(_aws.Run("$rows | Export-RemoteAccessTemplate").Warnings);
    }

    [Theory]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -GenerateExternalId", "RequestRejected", ErrorCategory.InvalidOperation)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp 111111111111", "InvalidAccountId", ErrorCategory.InvalidArgument)]
    [InlineData("Export-RemoteAccessTemplate 'A b'", "InvalidClientName", ErrorCategory.InvalidArgument)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -Tier DevOps", "TierWithoutPolicy", ErrorCategory.InvalidArgument)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -Tier Nobody", "TierNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -TemplateUrl https://example.com/t.yaml", "InvalidText", ErrorCategory.InvalidArgument)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -Region Ireland", "RegionNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -PermissionsBoundaryArn x", "InvalidArn", ErrorCategory.InvalidArgument)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -MaxSessionDuration 13:00", "InvalidDuration", ErrorCategory.InvalidArgument)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -PolicyDocument '{}'", "InvalidPolicyDocument", ErrorCategory.InvalidData)]
    [InlineData("Export-RemoteAccessTemplate AbcCorp -Path $PROFILE_FILE", "FileUnusable", ErrorCategory.ResourceUnavailable)]
    public void A_failure_is_one_error_with_a_stable_id_and_the_client_as_target(string script, string id, ErrorCategory category)
    {
        string file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        _aws.Shell.Set("PROFILE_FILE", file);

        ErrorRecord error = _aws.Try(script).OnlyError();

        Assert.Equal($"{id},CrossAccess.Commands.ExportRemoteAccessTemplateCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(script.Split(' ')[1].Trim('\''), $"{error.TargetObject}".Split(' ')[0]);
    }

    [Fact]
    public void One_bad_row_costs_that_row_alone()
    {
        ShellResult result = _aws.Try("$rows | Export-RemoteAccessTemplate -Path $folder -ThrottleLimit 1", SandboxSession.Row("AbcCorp", SandboxSession.Abc), SandboxSession.Row("Globex", SandboxSession.Abc), SandboxSession.Row("Initech", SandboxSession.Initech));

        Assert.Equal(["AbcCorp", "Initech"], result.Output.Select(kit => kit.Text("Client")));
        Assert.Equal("AccountRecordedElsewhere", result.OnlyError().Id());
    }

    [Fact]
    public void Without_a_company_it_says_what_to_type()
    {
        using ProcessEnvironment environment = new();
        environment.Set("CROSSACCESS_INVENTORY", Path.Combine(_folder.FullName, "inventory.json"));
        ErrorRecord error = _aws.Try("Export-RemoteAccessTemplate AbcCorp").OnlyError();
        Assert.Equal("NotInitialized", error.Id());
        Assert.Contains("Initialize-CrossAccess", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_PowerShell_engine_reads_each_literal_and_each_document_as_they_were()
    {
        // Whatever the tier's policy holds goes through a here-string and a file.
        _aws.Shell.Set("policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"'@\u2018\u2019$(throw 1)`\"@'"}]}""");
        string script = Assert.Single(_aws.Run("Export-RemoteAccessTemplate AbcCorp -Format PowerShell -PolicyDocument $policy").Texts);
        ScriptBlockAst ast = Parser.ParseInput(script, out _, out ParseError[] errors);

        Assert.Empty(errors);
        Assert.DoesNotContain(script, character => character is not '\n' and (< ' ' or > '~'));
        string[] documents = [.. ast.FindAll(node => node is StringConstantExpressionAst { StringConstantType: StringConstantType.SingleQuotedHereString }, true).Select(node => ((StringConstantExpressionAst)node).Value)];
        Assert.Equal(3, documents.Length);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse((string)_aws.Run("$policy").Output[0].BaseObject), JsonNode.Parse(documents[2])));
    }

    [Fact]
    public void A_folder_is_a_table_that_fits_80_columns()
    {
        string text = _aws.Shell.Render("Export-RemoteAccessTemplate AbcCorp 222222222222 -Tier ReadOnly, Administrator -Path $folder");

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, $"{line.Length} columns: {line}"));
        Assert.Equal("Client AccountId Tier Status Path", string.Join(' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
