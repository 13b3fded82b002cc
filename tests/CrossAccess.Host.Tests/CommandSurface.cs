namespace CrossAccess.Host.Tests;

/// <summary>The commands that the Host has, with their parameters and the parameters' aliases.</summary>
internal sealed class CommandSurface
{
    private const string ListThem =
        "Get-Command -CommandType Cmdlet, Function | ForEach-Object { \"$($_.Name) $(@($_.Parameters.Values | ForEach-Object { $_.Name; $_.Aliases }) -join ' ')\" }";

    private readonly Dictionary<string, HashSet<string>> _parameters;

    private CommandSurface(Dictionary<string, HashSet<string>> parameters) => _parameters = parameters;

    /// <summary>Whether a name has the form Verb-Noun: others are native commands and aliases.</summary>
    public static bool IsCmdletName(string name) =>
        name.Contains('-', StringComparison.Ordinal) && char.IsUpper(name[0]);

    /// <summary>Asks the Host for its commands.</summary>
    public static async Task<CommandSurface> Read()
    {
        HostRun run = await HostRun.Command(ListThem);
        Assert.True(run.ExitCode == 0, run.Errors);
        return new CommandSurface(run.Lines
            .Select(line => line.Split(' '))
            .GroupBy(words => words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(words => words[1..]).ToHashSet(StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The parameters of a command; null when there is none of that name.</summary>
    public IReadOnlySet<string>? ParametersOf(string name) => _parameters.GetValueOrDefault(name);
}
