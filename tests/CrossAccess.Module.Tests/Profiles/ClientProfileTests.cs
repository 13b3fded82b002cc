using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Profiles;

/// <summary>Export- and Remove-ClientProfile as they are typed. What AWS tools make of the profiles is proved beside the sign-in.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ClientProfileTests : IDisposable
{
    private readonly SandboxSession _aws = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("crossaccess-profiles-").FullName;

    public ClientProfileTests()
    {
        _aws.Run($"""
            New-RemoteAccessRole AbcCorp {SandboxSession.Abc} -AccountName production -Tier ReadOnly, Administrator -ProfileName client-{SandboxSession.Abc} | New-ClientPermissionSet | Out-Null
            New-RemoteAccessRole AbcCorp {SandboxSession.Globex} -AccountName staging -ProfileName client-{SandboxSession.Globex} | New-ClientPermissionSet | Out-Null
            New-RemoteAccessRole Initech {SandboxSession.Initech} -ProfileName client-{SandboxSession.Initech} | New-ClientPermissionSet | Out-Null
            """);
        _aws.Shell.Set("file", File);
        _aws.Shell.Set("PSDefaultParameterValues", new DefaultParameterDictionary { ["Export-ClientProfile:RoleSessionName"] = "ana" });
        _aws.Sandbox.ClearEvents();
    }

    private string File => Path.Combine(_folder, "config");

    private string Text => System.IO.File.ReadAllText(File);

    public void Dispose()
    {
        _aws.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void An_export_asks_AWS_nothing_and_a_second_one_changes_nothing()
    {
        IReadOnlyList<PSObject> made = _aws.Run("Export-ClientProfile -Path $file").Output;

        Assert.Equal(
            ["AbcCorp-production-Administrator Created", "AbcCorp-production-ReadOnly Created", "AbcCorp-staging-ReadOnly Created", "Initech-ReadOnly Created"],
            made.Select(Described).Order(StringComparer.Ordinal));
        Assert.All(made, profile => Assert.Equal(File, profile.Properties["Path"].Value));
        string text = Text;
        Assert.All(_aws.Run("Export-ClientProfile -Path $file").Output, profile => Assert.Equal("Unchanged", profile.Properties["Status"].Value.ToString()));
        Assert.Equal(text, Text);
        Assert.Empty(_aws.Requests);
    }

    [Fact]
    public void WhatIf_shows_the_lines_and_writes_none()
    {
        ShellResult result = _aws.Run("Export-ClientProfile Initech -Path $file -WhatIf");

        Assert.Equal("Initech-ReadOnly Planned", Described(Assert.Single(result.Output)));
        Assert.Contains("What if: Performing the operation \"add 1 client profile\" on target", result.HostText, StringComparison.Ordinal);
        Assert.Contains("+ [profile Initech-ReadOnly]", result.HostText, StringComparison.Ordinal);
        Assert.Contains("+ role_session_name = ana", result.HostText, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
        _aws.Run("Export-ClientProfile -Path $file");
        result = _aws.Run("Export-ClientProfile Initech -Path $file -Region us-east-1 -Force -WhatIf");
        Assert.Contains("- region = eu-west-1\n+ region = us-east-1", result.HostText.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("us-east-1", Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No", 0, false)]
    [InlineData("Yes", 1, true)]
    public void Confirm_asks_once_with_the_lines(string answer, int written, bool stands)
    {
        _aws.Shell.Screen.Answers.Enqueue(answer);

        ShellResult result = _aws.Run("Export-ClientProfile Initech -Path $file -Confirm");

        Assert.Contains("+ [profile Initech-ReadOnly]", Assert.Single(_aws.Shell.Screen.Questions), StringComparison.Ordinal);
        Assert.Equal(written, result.Output.Count);
        Assert.Equal(stands, System.IO.File.Exists(File));
        _aws.Run("Export-ClientProfile -Path $file -Confirm -Force");
        Assert.Single(_aws.Shell.Screen.Questions);
    }

    [Theory]
    [InlineData("Export-ClientProfile AbcCorp -Path $file", "AbcCorp-production-Administrator AbcCorp-production-ReadOnly AbcCorp-staging-ReadOnly")]
    [InlineData("Export-ClientProfile abc*, INITECH -Tier readonly -Path $file", "AbcCorp-production-ReadOnly AbcCorp-staging-ReadOnly Initech-ReadOnly")]
    [InlineData("Export-ClientProfile AbcCorp -Account staging -Path $file", "AbcCorp-staging-ReadOnly")]
    [InlineData("Export-ClientProfile -Account 222222222222 -Tier Administrator -Path $file", "AbcCorp-production-Administrator")]
    [InlineData("Export-ClientProfile AbcCorp -Account p* -Path $file", "AbcCorp-production-Administrator AbcCorp-production-ReadOnly")]
    [InlineData("Get-CrossAccessClient AbcCorp | Export-ClientProfile -Path $file", "AbcCorp-production-Administrator AbcCorp-production-ReadOnly AbcCorp-staging-ReadOnly")]
    [InlineData("Get-CrossAccessClient | Export-ClientProfile -Tier ReadOnly -Path $file", "AbcCorp-production-ReadOnly AbcCorp-staging-ReadOnly Initech-ReadOnly")]
    [InlineData("Get-RemoteAccessRole Initech 444444444444 -ProfileName client-444444444444 -Tier ReadOnly | Export-ClientProfile -Path $file", "Initech-ReadOnly")]
    [InlineData("Get-ClientPermissionSet AbcCorp -Tier Administrator | Export-ClientProfile -Path $file", "AbcCorp-production-Administrator")]
    [InlineData("[pscustomobject]@{ Client = 'Initech'; AccountId = ''; Region = 'us-east-1' }, [pscustomobject]@{ Client = 'AbcCorp'; AccountId = '333333333333'; Region = '' } | Export-ClientProfile -Path $file", "AbcCorp-staging-ReadOnly Initech-ReadOnly")]
    [InlineData("Export-ClientProfile -Path $file -NameTemplate '{Company}.{Client}.{AccountId}.{Tier}' -Tier Administrator", "acme.AbcCorp.222222222222.Administrator")]
    public void What_is_named_is_exported_and_nothing_else(string command, string profiles)
    {
        IReadOnlyList<PSObject> made = _aws.Run(command).Output;

        Assert.Equal(profiles.Split(' '), made.Select(profile => profile.Properties["ProfileName"].Value.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(profiles.Split(' ').Length, Text.Split("\nrole_arn = ").Length - 1);
        if (command.Contains("us-east-1", StringComparison.Ordinal))
            Assert.Equal("us-east-1 eu-west-1", string.Join(' ', made.Select(profile => profile.Properties["Region"].Value)));
    }

    [Fact]
    public void A_part_leaves_the_rest_and_a_whole_drops_what_the_inventory_no_longer_has()
    {
        _aws.Run("Export-ClientProfile -Path $file");
        _aws.Run($"Remove-RemoteAccessRole AbcCorp {SandboxSession.Abc} -Tier Administrator -ProfileName client-{SandboxSession.Abc} -Force");

        Assert.Equal(["Initech-ReadOnly Unchanged"], _aws.Run("Export-ClientProfile Initech -Path $file").Output.Select(Described));
        Assert.Contains("[profile AbcCorp-production-Administrator]", Text, StringComparison.Ordinal);
        Assert.Contains("AbcCorp-production-Administrator Removed", _aws.Run("Export-ClientProfile -Path $file -WhatIf:$false").Output.Select(Described));
        Assert.DoesNotContain("Administrator", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Removing_takes_away_what_is_named_whether_or_not_the_inventory_has_it()
    {
        _aws.Run("Export-ClientProfile -Path $file");

        ShellResult planned = _aws.Run("Remove-ClientProfile AbcCorp -Account staging -Path $file -WhatIf");
        Assert.Equal("AbcCorp-staging-ReadOnly Planned", Described(Assert.Single(planned.Output)));
        Assert.Contains("- [profile AbcCorp-staging-ReadOnly]", planned.HostText, StringComparison.Ordinal);
        Assert.Equal(["AbcCorp-staging-ReadOnly Removed"], _aws.Run("Remove-ClientProfile AbcCorp -Account staging -Path $file").Output.Select(Described));
        Assert.Contains("acme-home-AbcCorpReadOnly", Text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(SandboxSession.InventoryPath, System.IO.File.ReadAllText(SandboxSession.InventoryPath).Replace("\"Initech\"", "\"Renamed\"", StringComparison.Ordinal));
        Assert.Equal(["Initech-ReadOnly Removed"], _aws.Run("Remove-ClientProfile initech -Path $file").Output.Select(Described));
        Assert.Equal(2, _aws.Run("Get-CrossAccessClient AbcCorp | Remove-ClientProfile -Path $file").Output.Count);
        Assert.Equal("", Text);
    }

    [Theory]
    [InlineData("Export-ClientProfile Nobody -Path $file", "ClientNotFound")]
    [InlineData("Export-ClientProfile AbcCorp -Account nowhere -Path $file", "AccountNotFound")]
    [InlineData("Export-ClientProfile AbcCorp -Tier Nothing -Path $file", "TierNotFound")]
    [InlineData("Export-ClientProfile AbcCorp -Tier DevOps -Path $file", "RoleNotFound")]
    [InlineData("Export-ClientProfile AbcCorp -Account staging -Tier Administrator -Path $file", "RoleNotFound")]
    [InlineData("Export-ClientProfile -Path $file -NameTemplate '{Name}'", "InvalidNameTemplate")]
    [InlineData("Export-ClientProfile -Path $file -NameTemplate '{Client}'", "InvalidNameTemplate")]
    [InlineData("Export-ClientProfile -Path $file -NameTemplate '{AccountName}' -Client Initech", "InvalidNameTemplate")]
    [InlineData("Export-ClientProfile -Path $file -RoleSessionName 'two words'", "InvalidText")]
    [InlineData("Export-ClientProfile -Path $file -SessionName '[x]'", "InvalidText")]
    [InlineData("Export-ClientProfile -Path $file -Region Frankfurt -Client Initech", "RegionNotFound")]
    [InlineData("Export-ClientProfile -Path $folder", "FileUnusable")]
    [InlineData("Export-ClientProfile -Path \"$folder/a/b\"", "FileUnusable")]
    [InlineData("Export-ClientProfile -Path 'Env:\\x'", "FileUnusable")]
    [InlineData("Remove-ClientProfile Nobody -Path $file", "ProfileNotFound")]
    [InlineData("Remove-ClientProfile AbcCorp -Tier DevOps -Path $file", "ProfileNotFound")]
    public void What_cannot_be_done_is_an_error_with_its_id_and_nothing_is_written(string command, string error)
    {
        _aws.Shell.Set("folder", _folder);

        ErrorRecord record = ErrorOf(command);

        Assert.StartsWith($"{error},CrossAccess.Commands.", record.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void One_client_that_is_not_there_leaves_the_others()
    {
        ShellResult result = _aws.Try("Export-ClientProfile Nobody, Initech -Path $file");

        Assert.StartsWith("ClientNotFound,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["Initech-ReadOnly Created"], result.Output.Select(Described));
        Assert.Empty(_aws.Try("Export-ClientProfile Nobody, Initech -Path $file -Region us-east-1 -ErrorAction Stop").Output);
        Assert.DoesNotContain("us-east-1", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_and_named_where_it_is_taken()
    {
        System.IO.File.WriteAllText(File, "[profile Initech-ReadOnly]\nregion = x\n");

        ShellResult result = _aws.Try("Export-ClientProfile -Path $file");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("ProfileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains("'Initech-ReadOnly' stands already on line 1", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, result.Output.Count);
        Assert.Contains("[profile acme-Initech-444444444444-ReadOnly]", Run("Export-ClientProfile Initech -Path $file -NameTemplate '{Company}-{Client}-{Account}-{Tier}'"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_the_credentials_file_is_taken_in_the_users_own_configuration()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "credentials"), "[Initech-ReadOnly]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = x\n");
        _aws.Run($"$env:AWS_CONFIG_FILE = '{File}'; $env:AWS_SHARED_CREDENTIALS_FILE = '{_folder}/credentials'");

        ShellResult result = _aws.Try("Export-ClientProfile Initech");

        Assert.Contains($"'{_folder}/credentials'", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.StartsWith("ProfileExists,", ErrorOf("Export-ClientProfile Initech -Path $env:AWS_CONFIG_FILE").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, _aws.Run("Export-ClientProfile AbcCorp").Output.Count);
    }

    [Theory]
    [InlineData("ProfileBlockDamaged", "# BEGIN CrossAccess acme\n[default]\n", "# BEGIN CrossAccess acme")]
    [InlineData("ProfileExists", "[sso-session acme]\nsso_start_url = https://elsewhere.awsapps.com/start\n", "-SessionName")]
    [InlineData("FileUnusable", "[default]\0", "UTF-8")]
    public void What_spoils_the_file_for_all_ends_the_command_and_says_what_to_do(string error, string own, string advice)
    {
        System.IO.File.WriteAllText(File, own);

        ErrorRecord record = ErrorOf("Export-ClientProfile -Path $file");

        Assert.StartsWith(error + ",", record.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(own, Text);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void An_edited_block_is_refused_shown_and_written_anew_by_force()
    {
        _aws.Run("Export-ClientProfile -Path $file");
        System.IO.File.WriteAllText(File, Text.Replace("role_session_name = ana", "role_session_name = bob", StringComparison.Ordinal));
        string edited = Text;

        Assert.StartsWith("ProfileBlockDamaged,", ErrorOf("Export-ClientProfile -Path $file").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ProfileBlockDamaged,", ErrorOf("Remove-ClientProfile * -Path $file").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("- role_session_name = bob", _aws.Run("Export-ClientProfile -Path $file -Force -WhatIf").HostText, StringComparison.Ordinal);
        Assert.Equal(edited, Text);
        ShellResult forced = _aws.Run("Export-ClientProfile -Path $file -Force -Verbose");
        Assert.DoesNotContain("bob", Text, StringComparison.Ordinal);
        string backup = Assert.Single(Directory.GetFiles(_folder, "*.bak"));
        Assert.Contains(forced.Verbose, said => said.Contains(backup, StringComparison.Ordinal));
        Assert.Equal(edited, System.IO.File.ReadAllText(backup));
    }

    [Fact]
    public void The_extension_s_text_comes_out_or_goes_into_a_block_of_its_file()
    {
        string text = Assert.Single(_aws.Run("Export-ClientProfile -Format AwsExtendSwitchRoles").Texts);
        Assert.Contains("[Initech-ReadOnly]\n# Initech ReadOnly 444444444444\nrole_arn = arn:aws:iam::444444444444:role/acme-read-only\nsource_profile = acme-home-InitechReadOnly\ncolor = b7ca9d", text, StringComparison.Ordinal);

        Assert.Equal(4, _aws.Run("Export-ClientProfile -Format AwsExtendSwitchRoles -Path $file").Output.Count);

        Assert.Contains(text.Split("\n\n")[0], Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("sso-session", Text, StringComparison.Ordinal);
        Assert.Equal(4, _aws.Run("Remove-ClientProfile * -Path $file").Output.Count);
    }

    [Fact]
    public void A_role_that_asks_for_an_external_id_is_left_out_of_the_extension_with_a_warning()
    {
        System.IO.File.WriteAllText(SandboxSession.InventoryPath, System.IO.File.ReadAllText(SandboxSession.InventoryPath).Replace(
            "\"arn\": \"arn:aws:iam::444444444444:role/acme-read-only\"", "\"arn\": \"arn:aws:iam::444444444444:role/acme-read-only\", \"externalId\": \"initech:1\"", StringComparison.Ordinal));

        ShellResult result = _aws.Run("Export-ClientProfile -Format AwsExtendSwitchRoles");

        Assert.Contains("external id: Initech ReadOnly 444444444444", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("Initech", Assert.Single(result.Texts), StringComparison.Ordinal);
        Assert.Contains("external_id = initech:1", Run("Export-ClientProfile Initech -Path $file"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_inventory_there_is_nothing_to_export()
    {
        System.IO.File.Delete(SandboxSession.InventoryPath);

        Assert.StartsWith("NotInitialized,", ErrorOf("Export-ClientProfile -Path $file").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("NotInitialized,", ErrorOf("Remove-ClientProfile * -Path $file").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_fits_80_columns()
    {
        string table = _aws.Shell.Render("Export-ClientProfile -Path $file");

        Assert.Contains("ProfileName", table, StringComparison.Ordinal);
        Assert.Contains("AbcCorp-production-Administrator", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Theory]
    [InlineData("Export-ClientProfile a", "AbcCorp")]
    [InlineData("Export-ClientProfile AbcCorp -Account s", "staging")]
    [InlineData("Export-ClientProfile -Format Aws", "AwsConfig AwsExtendSwitchRoles")]
    [InlineData("Remove-ClientProfile i", "Initech")]
    [InlineData("Get-ClientCredential AbcCorp -Tier r", "ReadOnly")]
    [InlineData("Get-ClientCredential AbcCorp -Format d", "Dotenv")]
    public void Arguments_complete(string line, string offered) =>
        Assert.Equal(offered.Split(' '), _aws.Shell.Complete(line).Select(completion => completion.CompletionText));

    /// <summary>The one error of a script that gives nothing else.</summary>
    private ErrorRecord ErrorOf(string script)
    {
        ShellResult result = _aws.Try(script);
        Assert.Empty(result.Output);
        return result.Terminated?.ErrorRecord ?? Assert.Single(result.Errors);
    }

    private string Run(string command)
    {
        _aws.Run(command);
        return Text;
    }

    private static string Described(PSObject profile) => $"{profile.Properties["ProfileName"].Value} {profile.Properties["Status"].Value}";
}
