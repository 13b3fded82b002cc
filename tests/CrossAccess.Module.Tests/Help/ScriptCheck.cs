using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CrossAccess.Module.Tests.Help;

/// <summary>Finds in a script what the module does not have: cmdlets of its nouns that do not exist, and parameters.</summary>
internal sealed partial class ScriptCheck(IReadOnlyList<CommandInfo> commands)
{
    private readonly Dictionary<string, CommandInfo> _commands = commands.ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a script, each finding beginning with the place.</summary>
    public IEnumerable<string> Findings(string place, string script)
    {
        ScriptBlockAst ast = Parser.ParseInput(script, out _, out ParseError[] errors);
        IEnumerable<CommandAst> calls = ast.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
        return
        [
            .. errors.Select(error => $"{place}, line {error.Extent.StartLineNumber}: {error.Message}"),
            .. calls.SelectMany(call => Findings(call).Select(finding => $"{place}, line {call.Extent.StartLineNumber}: {finding}")),
        ];
    }

    private IEnumerable<string> Findings(CommandAst call)
    {
        string name = call.GetCommandName() ?? "";
        if (!_commands.TryGetValue(name, out CommandInfo? command))
            return OfTheModulesNouns().IsMatch(name) ? [$"{name} does not exist."] : [];

        HashSet<string> known = command.Parameters.Values.SelectMany(parameter => parameter.Aliases.Append(parameter.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return call.CommandElements.OfType<CommandParameterAst>()
            .Where(parameter => !known.Contains(parameter.ParameterName))
            .Select(parameter => $"{name} has no parameter -{parameter.ParameterName}.");
    }

    [GeneratedRegex("^[A-Z][a-z]+-(CrossAccess|RemoteAccess|AccessTier|Client)", RegexOptions.CultureInvariant)]
    private static partial Regex OfTheModulesNouns();
}
