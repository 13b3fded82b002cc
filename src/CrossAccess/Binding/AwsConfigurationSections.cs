namespace CrossAccess.Binding;

/// <summary>The titles of the AWS configuration files' sections, read without the AWS SDK: Tab must not load it.</summary>
internal static class AwsConfigurationSections
{
    public static IReadOnlyList<string> In(string path)
    {
        if (!File.Exists(path)) return [];

        return
        [
            .. File.ReadLines(path)
                .Select(line => line.Trim())
                .Where(line => line.StartsWith('[') && line.Contains(']', StringComparison.Ordinal))
                .Select(line => line[1..line.IndexOf(']', StringComparison.Ordinal)].Trim()),
        ];
    }

    public static string FilePath(string variable, string name) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", name);
}
