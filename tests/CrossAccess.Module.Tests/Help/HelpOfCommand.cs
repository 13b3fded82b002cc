using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Help;

/// <summary>What Get-Help gives for one cmdlet, as a user would read it.</summary>
internal sealed class HelpOfCommand(CommandInfo command, PSObject help)
{
    public CommandInfo Command { get; } = command;

    public string Synopsis => Text("Synopsis");

    public string Description => Text("description");

    public string Inputs => Text("inputTypes.inputType");

    public string Outputs => Text("returnValues.returnValue");

    public string Notes => Text("alertSet.alert");

    /// <summary>The code of each example.</summary>
    public IReadOnlyList<string> Examples => [.. All("examples.example").Select(example => Text(example, "code"))];

    /// <summary>The addresses of the links that have one, and the texts of the others.</summary>
    public IReadOnlyList<string> Links =>
        [.. All("relatedLinks.navigationLink").Select(link => Text(link, "uri") is { Length: > 0 } address ? address : Text(link, "linkText"))];

    /// <summary>The documented parameters with their descriptions.</summary>
    public IReadOnlyDictionary<string, string> Parameters =>
        All("parameters.parameter").ToDictionary(parameter => Text(parameter, "name"), parameter => Text(parameter, "description"));

    /// <summary>How a parameter is bound, as the help says.</summary>
    public string BindingOf(string parameter)
    {
        PSObject found = All("parameters.parameter").Single(candidate => Text(candidate, "name") == parameter);
        bool isRequired = bool.Parse(Text(found, "required"));
        return $"-{parameter}: required {isRequired}, position {Text(found, "position")}, pipeline {Text(found, "pipelineInput")}, aliases {Text(found, "aliases")}";
    }

    /// <summary>The cmdlet's own parameters: those of every cmdlet are left out.</summary>
    public IReadOnlySet<string> RealParameters =>
        Command.Parameters.Keys.Except(Cmdlet.CommonParameters).ToHashSet();

    /// <summary>The help of every exported cmdlet.</summary>
    public static IReadOnlyList<HelpOfCommand> OfModule(ModuleSession session)
    {
        IReadOnlyList<PSObject> commands = session.Run("Get-Command -Module CrossAccess").Output;
        Assert.NotEmpty(commands);
        return [.. commands.Select(found => Of(session, (CommandInfo)found.BaseObject))];
    }

    private static HelpOfCommand Of(ModuleSession session, CommandInfo command) =>
        new(command, Assert.Single(session.Run($"Get-Help {command.Name} -Full").Output));

    private string Text(string path) => string.Join(' ', All(path).Select(TextOf)).Trim();

    private static string Text(PSObject part, string property) => TextOf(part.Properties[property]?.Value).Trim();

    private IEnumerable<PSObject> All(string path)
    {
        IEnumerable<PSObject> parts = [help];
        foreach (string name in path.Split('.')) parts = parts.SelectMany(part => Items(part.Properties[name]?.Value));
        return parts;
    }

    // The engine gives one item bare and several as a list.
    private static IEnumerable<PSObject> Items(object? value) => value switch
    {
        null => [],
        PSObject { BaseObject: object[] many } => many.Select(PSObject.AsPSObject),
        object[] many => many.Select(PSObject.AsPSObject),
        _ => [PSObject.AsPSObject(value)],
    };

    // A paragraph is an object with Text; anything else is made of such.
    private static string TextOf(object? value) => string.Join(' ', Items(value).Select(item =>
        item.BaseObject is string text ? text
        : item.Properties["Text"]?.Value is string paragraph ? paragraph
        : string.Join(' ', item.Properties.Select(property => TextOf(property.Value)))));
}
