using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CrossAccess;

/// <summary>The browser that the system, or $env:BROWSER, names.</summary>
internal sealed class SystemBrowser : IBrowser
{
    private const string Variable = "BROWSER";

    public bool TryOpen(Uri page)
    {
        try
        {
            if (StartFor(page) is not { } start) return false;
            using Process? process = Process.Start(start);
            return true;
        }
        catch (Exception e) when (e is ExternalException or InvalidOperationException or FileNotFoundException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static ProcessStartInfo? StartFor(Uri page)
    {
        if (OperatingSystem.IsWindows()) return new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true };
        if (OperatingSystem.IsMacOS()) return Quiet("open", page);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return Quiet(named, page);

        // Without a display a text browser would open in the terminal that we run in.
        bool hasDisplay = Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        return hasDisplay ? Quiet("xdg-open", page) : null;
    }

    // What a browser prints is not ours to show.
    private static ProcessStartInfo Quiet(string command, Uri page) => new(command, [page.AbsoluteUri])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    };
}
