using System.Collections.Immutable;

namespace CrossAccess;

/// <summary>Environment variables as they were; null was unset.</summary>
internal sealed class EnvironmentSnapshot
{
    private EnvironmentSnapshot(ImmutableDictionary<string, string?> variables) => Variables = variables;

    // It holds credentials, so it never prints them.
    public override string ToString() => $"{Variables.Count} environment variables";

    public ImmutableDictionary<string, string?> Variables { get; }

    public static EnvironmentSnapshot Take(IEnumerable<string> names) =>
        new(names.ToImmutableDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal));

    public void Restore()
    {
        foreach ((string name, string? value) in Variables) Environment.SetEnvironmentVariable(name, value);
    }
}
