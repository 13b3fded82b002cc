namespace CrossAccess;

/// <summary>What changes between two states of a block, to be read by people: whole sections that come and go, and lines within.</summary>
internal static class SectionDifference
{
    public static string Of(IReadOnlyList<ProfileSection> before, IReadOnlyList<ProfileSection> after)
    {
        Dictionary<object, ProfileSection> old = [];
        foreach (ProfileSection section in before) old.TryAdd(IdentityOf(section), section);
        HashSet<object> kept = [.. after.Select(IdentityOf)];
        IEnumerable<string>[] changes =
        [
            .. before.Where(section => !kept.Contains(IdentityOf(section))).Select(section => section.Lines.Select(Gone)),
            .. after.Select(section => old.TryGetValue(IdentityOf(section), out ProfileSection? was) ? Within(was.Lines, section.Lines) : section.Lines.Select(Come)),
        ];
        string blankBetween = Environment.NewLine + Environment.NewLine;
        return string.Join(blankBetween, changes.Where(change => change.Any()).Select(change => string.Join(Environment.NewLine, change)));
    }

    // A profile that is renamed is still its role's.
    private static object IdentityOf(ProfileSection section) => section.Key ?? (object)section.Title;

    // A section's lines are few and of different settings: each stands beside the one that it takes the place of.
    private static IEnumerable<string> Within(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.SequenceEqual(after)) return [];

        string[] gone = [.. before.Except(after)];
        string[] replaced = [.. gone.Where(line => after.Any(other => SettingIn(other) == SettingIn(line)))];
        return
        [
            .. after.SelectMany(line => before.Contains(line)
                ? [$"  {line}"]
                : replaced.Where(other => SettingIn(other) == SettingIn(line)).Select(Gone).Append(Come(line))),
            .. gone.Except(replaced).Select(Gone),
        ];
    }

    private static string SettingIn(string line) => line.StartsWith('[') ? "[" : line.Split('=', 2)[0].TrimEnd();

    private static string Gone(string line) => $"- {line}";

    private static string Come(string line) => $"+ {line}";
}
