using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The name under which a session stands in CloudTrail: the caller's own, within what STS accepts.</summary>
internal static partial class RoleSessionName
{
    private const int Limit = 64;

    /// <summary>A name that the user gives.</summary>
    /// <exception cref="ClientAccessException">InvalidText.</exception>
    public static string Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length is >= 2 and <= Limit && !Refused().IsMatch(trimmed)) return trimmed;
        throw new ClientAccessException(ClientAccessError.InvalidText, $"'{Printable.Of(trimmed)}' cannot name a session: type 2 to {Limit} ASCII letters, digits and _+=,.@-");
    }

    public static string Of(CallerIdentity caller) => Of(HomeCaller.Of(caller));

    public static string Of(HomeCaller caller)
    {
        string name = Refused().Replace(caller.Name, "-");
        if (name.Length > Limit) name = name[..Limit];
        return name.Length < 2 ? name.PadRight(2, '-') : name;
    }

    /// <summary>
    /// The caller's source identity: the session name that Identity Center set. Null for callers that are no role session,
    /// and for names that STS would not accept as they are: the pinned condition admits the exact name alone.
    /// </summary>
    public static string? SourceIdentityOf(HomeCaller caller) =>
        caller.SessionName is { Length: >= 2 and <= Limit } name && !Refused().IsMatch(name) && !name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? name : null;

    [GeneratedRegex("[^A-Za-z0-9_+=,.@-]")]
    private static partial Regex Refused();
}
