namespace CrossAccess.Module.Tests.Engine;

/// <summary>Variables of the process for the length of a test; afterwards they are what they were.</summary>
internal sealed class ProcessEnvironment : IDisposable
{
    /// <summary>The tests that change the environment run one after the other: there is one per process.</summary>
    public const string Collection = "process environment";

    private readonly Dictionary<string, string?> _before = [];

    public void Set(string variable, string? value)
    {
        _before.TryAdd(variable, Environment.GetEnvironmentVariable(variable));
        Environment.SetEnvironmentVariable(variable, value);
    }

    public void Dispose()
    {
        foreach ((string variable, string? value) in _before) Environment.SetEnvironmentVariable(variable, value);
    }
}
