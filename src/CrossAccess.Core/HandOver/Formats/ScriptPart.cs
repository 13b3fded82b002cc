using System.Reflection;

namespace CrossAccess;

/// <summary>The parts of scripts that are the same for everybody: files in the folder Scripts, which any editor or checker reads as what they are.</summary>
internal static class ScriptPart
{
    public static string Account { get; } = Read("account.sh");

    public static string MakeRoles { get; } = Read("make-roles.sh");

    public static string DeployStack { get; } = Read("deploy-stack.sh");

    public static string PowerShellMakeRoles { get; } = Read("make-roles.ps1");

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
