using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>A tier's name: ASCII letters and digits beginning with a letter, few enough to leave a permission set's name room for the client.</summary>
internal static partial class TierName
{
    public static string Parse(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        if (Pattern().IsMatch(trimmed)) return trimmed;
        throw new ClientAccessException(
            ClientAccessError.InvalidTierName,
            $"'{Printable.Of(trimmed)}' cannot be a tier's name: type ASCII letters and digits beginning with a letter, at most 31, such as ReadOnly.");
    }

    /// <summary>The words of a name in lower case with dashes between: ReadOnly gives read-only, S3Audit gives s3-audit.</summary>
    public static string ToRoleNameSuffix(string tier) => WordBoundary().Replace(tier, "-").ToLowerInvariant();

    public static string ParseRoleNameSuffix(string text)
    {
        string trimmed = text.Trim();
        if (SuffixPattern().IsMatch(trimmed)) return trimmed.ToLowerInvariant();
        throw new ClientAccessException(
            ClientAccessError.InvalidText,
            $"'{Printable.Of(trimmed)}' cannot end the names of roles: type ASCII letters, digits and single dashes, at most 31, such as read-only.");
    }

    [GeneratedRegex(@"\A(?=.{1,31}\z)[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex SuffixPattern();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{0,30}\z")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordBoundary();
}
