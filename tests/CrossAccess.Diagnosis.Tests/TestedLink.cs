using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>A link as the cmdlet emitted it.</summary>
internal sealed record TestedLink(string Link, string Result, string Reason, string Fix)
{
    public static TestedLink Of(PSObject emitted) => new(emitted.Text("Link"), emitted.Text("Result"), emitted.Text("Reason"), emitted.Text("Fix"));
}
