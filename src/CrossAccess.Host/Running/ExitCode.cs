namespace CrossAccess.Host.Running;

/// <summary>The exit codes that pwsh gives.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Success = 0;

    /// <summary>A script threw, or the last statement of a command text failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int BadCommandLine = 64;
}
