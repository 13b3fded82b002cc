using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// The name of an AWS profile, of characters that every SDK takes, the AWS CLI without quotes.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>.
/// </summary>
internal static partial class ProfileName
{
    public const string Characters = "ASCII letters, digits and _-./@:+, a letter, a digit or _ first";

    public static bool IsValid(string name) => Pattern().IsMatch(name) && !name.Equals("default", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of an sso-session that the user gives.</summary>
    public static string ParseSession(string name) => IsValid(name)
        ? name
        : throw new ClientAccessException(ClientAccessError.InvalidText, $"'{Printable.Of(name)}' cannot name an sso-session of the AWS configuration: type {ProfileName.Characters}.");

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_./@:+-]*\z")]
    private static partial Regex Pattern();
}
