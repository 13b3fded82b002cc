namespace CrossAccess.Host.Running;

/// <summary>The tour of the product that ships with the Host.</summary>
internal static class Rehearsal
{
    /// <summary>The script's path, beside the Host.</summary>
    public static string ScriptPath { get; } = Path.Combine(AppContext.BaseDirectory, "Rehearsal", "Rehearsal.ps1");
}
