using System.Management.Automation.Language;

namespace CrossAccess.Host.Tests;

public sealed class ReadmeBlocks : IDisposable
{
    /// <summary>The mark of a block that the Sandbox can run.</summary>
    private const string Runnable = "powershell sandbox";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_PowerShell_block_of_the_README_names_real_commands_and_parameters()
    {
        IReadOnlyList<FencedBlock> blocks = await PowerShellBlocks();
        CommandSurface surface = await CommandSurface.Read();

        List<string> wrong = [];
        foreach (FencedBlock block in blocks)
        {
            Ast ast = Parser.ParseInput(block.Text, out _, out ParseError[] errors);
            wrong.AddRange(errors.Select(error => $"README line {block.Line + error.Extent.StartLineNumber}: {error.Message}"));
            wrong.AddRange(ast.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true)
                .Cast<CommandAst>()
                .SelectMany(command => Findings(surface, command, block.Line)));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_READMEs_runnable_blocks_run_in_order_without_an_error()
    {
        FencedBlock[] blocks = [.. (await PowerShellBlocks()).Where(block => block.Info == Runnable)];
        Assert.NotEmpty(blocks);
        File.Copy(Path.Combine(Clone.RehearsalFolder, "clients.csv"), Path.Combine(_folder.Path, "clients.csv"));
        string script = _folder.Write("readme.ps1", "$ErrorActionPreference = 'Stop'\n" + string.Join('\n', blocks.Select(block => block.Text)));

        HostRun run = await HostRun.Start(
            ["-File", script],
            folder: _folder.Path,
            environment: new Dictionary<string, string> { ["CROSSACCESS_INVENTORY"] = Path.Combine(_folder.Path, "inventory.json") });

        Assert.True(run.ExitCode == 0 && run.Errors.Length == 0, run.Output + run.Errors);
    }

    private static async Task<IReadOnlyList<FencedBlock>> PowerShellBlocks()
    {
        FencedBlock[] blocks = [.. FencedBlock
            .In(await File.ReadAllTextAsync(Clone.Readme, TestContext.Current.CancellationToken))
            .Where(block => block.Info == "powershell" || block.Info.StartsWith("powershell ", StringComparison.Ordinal))];
        Assert.NotEmpty(blocks);
        return blocks;
    }

    private static IEnumerable<string> Findings(CommandSurface surface, CommandAst command, int blockLine)
    {
        string place = $"README line {blockLine + command.Extent.StartLineNumber}";
        if (command.GetCommandName() is not { } name || !CommandSurface.IsCmdletName(name))
            yield break;
        if (surface.ParametersOf(name) is not { } parameters)
        {
            yield return $"{place}: {name} is no command.";
            yield break;
        }

        foreach (CommandParameterAst parameter in command.CommandElements.OfType<CommandParameterAst>())
        {
            if (!parameters.Contains(parameter.ParameterName))
                yield return $"{place}: {name} has no parameter -{parameter.ParameterName}.";
        }
    }
}
