using System.Management.Automation;

namespace CrossAccess.ClientCommands;

/// <summary>Objects as PowerShell itself sends them between processes.</summary>
internal static class Clixml
{
    public static string Write(object? value, int depth) => PSSerializer.Serialize(value, depth);

    public static object? Read(string text) => PSSerializer.Deserialize(text);

    /// <summary>The value without PowerShell's wrapping.</summary>
    public static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
