using System.Management.Automation;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>What tests ask of outputs and errors.</summary>
internal static class Outcomes
{
    /// <summary>A property of an output, as text; "" when it is null.</summary>
    public static string Text(this PSObject item, string property) => item.Properties[property]?.Value?.ToString() ?? "";

    public static IReadOnlyList<string> Statuses(this ShellResult result) => [.. result.Output.Select(item => item.Text("Status"))];

    /// <summary>The one error, non-terminating or not.</summary>
    public static ErrorRecord OnlyError(this ShellResult result) =>
        result.Terminated is { } terminated && result.Errors.Count == 0 ? terminated.ErrorRecord : Assert.Single(result.Errors);

    /// <summary>The error's id without the command's name.</summary>
    public static string Id(this ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];
}
