namespace CrossAccess.ClientCommands;

/// <summary>The environment of a child shell: this process's own, with the client's credentials and nobody else's.</summary>
internal static class ChildEnvironment
{
    private const string ContainerPrefix = "AWS_CONTAINER_";

    // Each names credentials that one tool or another would take instead of the client's, or with them.
    private static readonly string[] Removed =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_SECURITY_TOKEN", "AWS_ACCESS_KEY", "AWS_SECRET_KEY", "AWS_CREDENTIAL_FILE",
    ];

    /// <summary>Turns a copy of this process's environment into the child's.</summary>
    public static void Apply(IDictionary<string, string?> environment, RoleSession session)
    {
        foreach (string name in environment.Keys.Where(name => name.StartsWith(ContainerPrefix, StringComparison.OrdinalIgnoreCase)).Concat(Removed).ToList())
            environment.Remove(name);
        foreach ((string name, string? value) in SessionEnvironment.VariablesOf(session))
        {
            if (value is null) environment.Remove(name);
            else environment[name] = value;
        }
    }
}
