namespace CrossAccess;

/// <summary>The environment variables that AWS tools read: the process's own, or those that stand in for them.</summary>
/// <param name="overrides">A variable named here is read from here alone; a null value means unset.</param>
internal sealed class AwsEnvironment(IReadOnlyDictionary<string, string?> overrides)
{
    /// <summary>The process's own variables.</summary>
    public static AwsEnvironment OfProcess { get; } = new(new Dictionary<string, string?>());

    public IReadOnlyDictionary<string, string?> Overrides { get; } = overrides;

    /// <summary>The variable's value; null when it is unset or blank.</summary>
    public string? this[string name]
    {
        get
        {
            string? value = Overrides.TryGetValue(name, out string? replaced) ? replaced : Environment.GetEnvironmentVariable(name);
            return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        }
    }

    public bool IsTrue(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    // The AWS CLI is written in Python, whose idea of home this is.
    public string Home => (OperatingSystem.IsWindows() ? this["USERPROFILE"] ?? this["HOME"] : this["HOME"] ?? this["USERPROFILE"])
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    public string ConfigFile => ExpandHome(this["AWS_CONFIG_FILE"] ?? Path.Combine(Home, ".aws", "config"));

    public string CredentialsFile => ExpandHome(this["AWS_SHARED_CREDENTIALS_FILE"] ?? Path.Combine(Home, ".aws", "credentials"));

    public string ExpandHome(string path) => path.StartsWith('~') ? Home + path[1..] : path;
}
