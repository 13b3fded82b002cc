using System.Diagnostics;

namespace CrossAccess.Host.Tests;

/// <summary>What a run of the Host gave.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines { get; } = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Task<HostRun> Command(string text) => Start(["-Command", text]);

    /// <summary>Runs the Host to its end, with output and errors redirected and <paramref name="input"/> for its input.</summary>
    public static async Task<HostRun> Start(
        IEnumerable<string> arguments, string input = "", string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new("dotnet", [Clone.HostAssembly, .. arguments])
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The developer's own AWS settings must not reach a test.
        foreach (string name in start.Environment.Keys.Where(IsAwsSetting).ToList())
            start.Environment.Remove(name);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return new HostRun(process.ExitCode, await output, await errors);
    }

    private static bool IsAwsSetting(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CROSSACCESS_", StringComparison.OrdinalIgnoreCase);
}
