using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CrossAccess.Binding;

/// <summary>Completes an argument from what lies on this machine: Tab never waits for a network and never fails.</summary>
internal abstract class LocalCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var pattern = WildcardPattern.Get($"{(wordToComplete ?? "").Trim('\'', '"')}*", WildcardOptions.IgnoreCase);
            return
            [
                .. Candidates(fakeBoundParameters)
                    .Where(candidate => pattern.IsMatch(candidate.Value))
                    .DistinctBy(candidate => candidate.Value, StringComparer.OrdinalIgnoreCase)
                    .Select(candidate => new CompletionResult(Quote(candidate.Value), candidate.Value, CompletionResultType.ParameterValue, candidate.ToolTip)),
            ];
        }
#pragma warning disable CA1031 // An unreadable file or a half-typed pattern must not put an error on the user's prompt.
        catch (Exception)
        {
            return [];
        }
#pragma warning restore CA1031
    }

    /// <summary>What could be typed, in the order to offer it, with a tool tip that is never empty.</summary>
    /// <param name="boundParameters">What has been typed for the other parameters.</param>
    protected abstract IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters);

    private static string Quote(string value) =>
        value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or ':' or '+')
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
