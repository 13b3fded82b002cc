using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CrossAccess.Host.Running;

/// <summary>Writes a process's arguments as a script would: names as parameters, all else as literal text.</summary>
internal static partial class ArgumentText
{
    /// <summary>The text that follows the command.</summary>
    public static string Of(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Of));

    private static string Of(string argument) =>
        ParameterName().IsMatch(argument) ? argument : $"'{CodeGeneration.EscapeSingleQuotedStringContent(argument)}'";

    /// <summary>-Name, -Name: and, for switches, -Name:$true and -Name:$false.</summary>
    [GeneratedRegex(@"^-[A-Za-z_][A-Za-z0-9_]*(:(\$true|\$false)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ParameterName();
}
