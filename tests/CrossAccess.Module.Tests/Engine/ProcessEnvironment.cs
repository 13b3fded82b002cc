using System.Collections;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>The process's environment for the length of a test; afterwards every variable is what it was, whoever changed it.</summary>
internal sealed class ProcessEnvironment : IDisposable
{
    /// <summary>The tests that change the environment run one after the other: there is one per process.</summary>
    public const string Collection = "process environment";

    private readonly Dictionary<string, string> _before = Variables();
    private bool _disposed;

    public static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);

    // What is set later would outlive the test.
    public void Set(string variable, string? value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Environment.SetEnvironmentVariable(variable, value);
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (string variable in Variables().Keys.Union(_before.Keys))
            Environment.SetEnvironmentVariable(variable, _before.GetValueOrDefault(variable));
    }
}
