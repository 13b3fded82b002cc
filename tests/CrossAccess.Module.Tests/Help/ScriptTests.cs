using System.Management.Automation;
using System.Text.RegularExpressions;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Help;

/// <summary>Whatever a user may copy or run names what is really there.</summary>
public sealed partial class ScriptTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly ScriptCheck _check;

    public ScriptTests() =>
        _check = new ScriptCheck([.. _session.Run("Get-Command -Module CrossAccess").Output.Select(found => (CommandInfo)found.BaseObject)]);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_script_that_names_what_is_not_there_is_found_out()
    {
        Assert.Equal(
            ["here, line 1: Get-ClientThing does not exist.", "here, line 2: Enter-ClientRole has no parameter -Nowhere."],
            _check.Findings("here", "Get-ClientThing\nEnter-ClientRole AbcCorp -Nowhere x"));
        Assert.NotEmpty(_check.Findings("here", "Enter-ClientRole ("));
    }

    [Fact]
    public void Every_example_of_the_help_names_real_cmdlets_and_parameters() =>
        Assert.Empty(HelpOfCommand.OfModule(_session).SelectMany(help => help.Examples.SelectMany(example => _check.Findings(help.Command.Name, example))));

    [Fact]
    public void Every_example_of_a_cmdlet_uses_that_cmdlet() =>
        Assert.Empty(HelpOfCommand.OfModule(_session).SelectMany(help => help.Examples
            .Where(example => !example.Contains(help.Command.Name, StringComparison.Ordinal))
            .Select(example => $"{help.Command.Name}: {example}")));

    [Fact]
    public void Every_PowerShell_block_of_the_README_names_real_cmdlets_and_parameters()
    {
        string[] blocks = [.. PowerShellBlock().Matches(Read("README.md")).Select(match => match.Groups["script"].Value)];

        Assert.NotEmpty(blocks);
        Assert.Empty(blocks.SelectMany(block => _check.Findings("README.md", block)));
    }

    [Fact]
    public void The_command_lines_of_the_about_topic_name_real_cmdlets_and_parameters()
    {
        // Indented by eight, and without columns.
        string[] lines = [.. Read("en-US/about_CrossAccess.help.txt").Split('\n').Where(line => CommandLine().IsMatch(line))];

        Assert.True(lines.Length > 10);
        Assert.Empty(_check.Findings("about_CrossAccess", string.Join('\n', lines)));
    }

    [Fact]
    public void The_build_script_parses_and_names_real_parameters() =>
        Assert.Empty(_check.Findings("build.ps1", Read("build.ps1")));

    [Fact]
    public void Every_cmdlet_has_Pester_tests_that_parse_and_name_real_cmdlets_and_parameters()
    {
        string folder = Path.Combine(BuiltModule.Folder, "tests", "Pester");
        string[] files = [.. Directory.GetFiles(folder, "*.ps1").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

        Assert.Empty(HelpOfCommand.OfModule(_session).Select(help => $"{help.Command.Name}.Tests.ps1").Except(files));
        Assert.Empty(files.SelectMany(file => _check.Findings(file, Read(Path.Combine("tests", "Pester", file)))));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(BuiltModule.Folder, path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^```powershell[^\n]*\n(?<script>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PowerShellBlock();

    [GeneratedRegex(@"^ {8,12}(Import-Csv|[A-Z][a-z]+-[A-Z][A-Za-z]+ ?|-[A-Z])(?!.* {3})", RegexOptions.CultureInvariant)]
    private static partial Regex CommandLine();
}
