using System.Management.Automation;

namespace CrossAccess.Sessions;

/// <summary>Whether the prompt shows the entered role, and how.</summary>
internal static class PromptPreference
{
    /// <summary>Like PowerShell's own preferences it is a variable, and like $ProgressPreference it says SilentlyContinue for no.</summary>
    public const string Variable = "CrossAccessPromptPreference";

    private static readonly string[] No = ["SilentlyContinue", "Ignore", "False"];

    /// <summary>On where somebody is there to read it, unless the variable says no.</summary>
    public static bool IsOn(PSCmdlet cmdlet) =>
        Interactivity.Of(cmdlet.Host) && !No.Contains(cmdlet.GetVariableValue(Variable)?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the console renders colours, and the user wants them: https://no-color.org.</summary>
    public static bool IsStyled(PSCmdlet cmdlet) =>
        cmdlet.Host.UI.SupportsVirtualTerminal
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && (cmdlet.GetVariableValue("PSStyle") is not { } style || PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value?.ToString() != "PlainText");
}
