using System.Management.Automation;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>What one script gave.</summary>
internal sealed record ShellResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    string HostText,
    RuntimeException? Terminated,
    PSInvocationState State)
{
    /// <summary>Each output as text.</summary>
    public IReadOnlyList<string> Texts => [.. Output.Select(item => item?.ToString() ?? "")];
}
