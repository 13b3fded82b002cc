namespace CrossAccess;

/// <summary>One of the AWS CLI's INI files: sections of keys and values, as botocore's parser reads them.</summary>
internal static class AwsConfigurationFile
{
    /// <summary>The sections by their full titles; none when the file does not exist. Keys are compared without case, titles with it.</summary>
    /// <exception cref="ClientAccessException">ProfileUnusable when the file cannot be read.</exception>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> Read(string path) => Parse(ReadLines(path));

    /// <summary>The file's lines; none when it does not exist.</summary>
    /// <exception cref="ClientAccessException">ProfileUnusable when it cannot be read.</exception>
    public static string[] ReadLines(string path)
    {
        if (!File.Exists(path)) return [];

        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ClientAccessException(ClientAccessError.ProfileUnusable, $"The AWS configuration file '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    public static Dictionary<string, Dictionary<string, string>> Parse(IEnumerable<string> lines)
    {
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        Dictionary<string, string>? section = null;
        string? lastKey = null;
        foreach (string line in lines)
        {
            string text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or ';') continue;

            if (TitleOf(line) is { } title)
            {
                if (!sections.TryGetValue(title, out section)) sections[title] = section = NewSection();
                lastKey = null;
            }
            else if (section is not null && lastKey is not null && char.IsWhiteSpace(line[0]))
            {
                // An indented line continues the value above it; a group of settings such as "sts =" is written so.
                section[lastKey] += "\n" + text;
            }
            else if (section is not null && TrySplit(text, out string key, out string value))
            {
                section[key] = value;
                lastKey = key;
            }
        }

        return sections;
    }

    /// <summary>The settings in an indented group, such as the endpoint_url under "sts =" of a services section.</summary>
    public static IReadOnlyDictionary<string, string> Group(string value)
    {
        Dictionary<string, string> settings = NewSection();
        foreach (string line in value.Split('\n'))
        {
            if (TrySplit(line, out string key, out string setting)) settings[key] = setting;
        }

        return settings;
    }

    private static Dictionary<string, string> NewSection() => new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The title of the section that a line begins; null when it begins none.</summary>
    public static string? TitleOf(string line)
    {
        int end = line.IndexOf(']', StringComparison.Ordinal);
        return line.StartsWith('[') && end > 0 ? line[1..end].Trim() : null;
    }

    public static bool TrySplit(string text, out string key, out string value)
    {
        int separator = text.IndexOfAny(['=', ':']);
        key = separator > 0 ? text[..separator].Trim() : "";
        value = separator > 0 ? text[(separator + 1)..].Trim() : "";
        return key.Length > 0;
    }
}
