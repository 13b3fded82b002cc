namespace CrossAccess.ClientCommands;

/// <summary>The environment of a child shell: this process's own, with the client's credentials and nobody else's.</summary>
internal static class ChildEnvironment
{
    /// <summary>Turns a copy of this process's environment into the child's.</summary>
    /// <param name="home">Of before a role was entered here; null where none is.</param>
    public static void Apply(IDictionary<string, string?> environment, RoleSession session, IReadOnlyDictionary<string, string?>? home)
    {
        foreach ((string name, string? value) in SessionEnvironment.VariablesOf(session, home))
        {
            if (value is null) environment.Remove(name);
            else environment[name] = value;
        }
    }
}
