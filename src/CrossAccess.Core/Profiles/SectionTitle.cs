namespace CrossAccess;

/// <summary>
/// The title of a section of the AWS configuration file: its kind and its name.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>.
/// </summary>
internal static class SectionTitle
{
    public const string Profile = "profile";
    public const string SsoSession = "sso-session";
    public const string Services = "services";

    private const string DefaultProfile = "default";

    public static string Of(string kind, string name) => $"{kind} {name}";

    /// <summary>The profile that a section is of; null for a section of another kind. Every profile but the default one is marked as such.</summary>
    public static string? ProfileIn(string title) =>
        title == DefaultProfile ? title : TryNameOf(title, Profile, out string name) ? name : null;

    /// <summary>The name in a title of that kind. A name with blanks is written in quotes: <c>[profile "my profile"]</c>.</summary>
    public static bool TryNameOf(string title, string kind, out string name)
    {
        bool isOfKind = title.StartsWith(kind, StringComparison.Ordinal) && title.Length > kind.Length && char.IsWhiteSpace(title[kind.Length]);
        name = isOfKind ? title[kind.Length..].Trim().Trim('"', '\'') : "";
        return name.Length > 0;
    }
}
