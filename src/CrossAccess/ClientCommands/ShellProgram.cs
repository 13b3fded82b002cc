using System.Reflection;

namespace CrossAccess.ClientCommands;

/// <summary>The program of which each child shell is a process: one that takes pwsh's command line.</summary>
/// <param name="Path">The executable.</param>
/// <param name="Arguments">What comes before the shell's own arguments.</param>
internal sealed record ShellProgram(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>Names another shell: an executable, or a .dll that dotnet runs.</summary>
    public const string Variable = "CROSSACCESS_SHELL";

    private const string HostAssembly = "CrossAccess.Host";

    /// <summary>The shell that the user named, else the pwsh that this session is, else the CrossAccess.Host that it is.</summary>
    /// <param name="powerShellHome">$PSHOME.</param>
    /// <exception cref="ClientAccessException">ShellNotFound.</exception>
    public static ShellProgram Find(string powerShellHome)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? Of(System.IO.Path.GetFullPath(named)) : throw NotFound($"${{env:{Variable}}} names '{Printable.Of(named)}', and there is no such file.");

        string pwsh = System.IO.Path.Combine(powerShellHome, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        if (File.Exists(pwsh)) return new ShellProgram(pwsh, []);
        if (Assembly.GetEntryAssembly() is { } entry && entry.GetName().Name == HostAssembly)
            return Environment.ProcessPath is { } process && !IsDotnet(process) ? new ShellProgram(process, []) : Of(entry.Location);
        throw NotFound($"There is no pwsh in {powerShellHome}, where this session's PowerShell is.");
    }

    private static ShellProgram Of(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? new ShellProgram(Dotnet(), [path]) : new ShellProgram(path, []);

    private static string Dotnet() => Environment.ProcessPath is { } process && IsDotnet(process) ? process : "dotnet";

    private static bool IsDotnet(string path) => System.IO.Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);

    private static ClientAccessException NotFound(string why) =>
        new(ClientAccessError.ShellNotFound, $"There is no shell to run the command in. {why}")
        {
            RecommendedAction = $"Name the path of a pwsh 7.4 or later in $env:{Variable}.",
        };
}
