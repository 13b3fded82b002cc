using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>A section of our block: a client's profile, or something that such profiles rest on.</summary>
/// <param name="Title">What stands between the brackets.</param>
/// <param name="Key">The role that it is for; null for what profiles rest on.</param>
/// <param name="Lines">The section as it stands in the file, without line ends.</param>
internal sealed partial record ProfileSection(string Title, ProfileKey? Key, IReadOnlyList<string> Lines)
{
    /// <summary>The name that other sections refer to it by.</summary>
    public string Name => SectionTitle.ProfileIn(Title) ?? (SectionTitle.TryNameOf(Title, SectionTitle.SsoSession, out string session) ? session : Title);

    /// <summary>A setting's value; null when there is none.</summary>
    public string? this[string setting] =>
        Lines.Where(line => line.StartsWith(setting + " = ", StringComparison.Ordinal)).Select(line => line[(setting.Length + 3)..]).FirstOrDefault();

    /// <param name="settings">Names and values, in the order in which they are written; those without a value are left out.</param>
    public static ProfileSection Of(string title, ProfileKey? key, params (string Name, string? Value)[] settings) => new(
        title,
        key,
        [
            $"[{title}]",
            .. key is null ? Array.Empty<string>() : [$"# {key}"],
            .. settings.Where(setting => setting.Value is not null).Select(setting => $"{setting.Name} = {setting.Value}"),
        ]);

    /// <summary>The sections that stand in a block's lines. What stands before the first is none of them.</summary>
    public static IReadOnlyList<ProfileSection> Read(IEnumerable<string> lines)
    {
        List<List<string>> sections = [];
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            if (AwsConfigurationFile.TitleOf(line) is not null) sections.Add([]);
            if (sections.Count > 0) sections[^1].Add(line);
        }
        return [.. sections.Select(section => new ProfileSection(AwsConfigurationFile.TitleOf(section[0])!, section.Select(KeyIn).FirstOrDefault(key => key is not null), section))];
    }

    public bool IsSame(ProfileSection? other) => other is not null && Lines.SequenceEqual(other.Lines);

    private static ProfileKey? KeyIn(string line) => KeyPattern().Match(line) is { Success: true } match
        ? new ProfileKey(match.Groups["client"].Value, match.Groups["tier"].Value, match.Groups["account"].Value)
        : null;

    [GeneratedRegex(@"\A# (?<client>[A-Za-z0-9]+) (?<tier>[A-Za-z0-9]+) (?<account>[0-9]{12})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex KeyPattern();
}
