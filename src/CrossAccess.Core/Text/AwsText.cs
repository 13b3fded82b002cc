using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>Texts that AWS stores, checked against the characters and lengths of its service models before anything is sent.</summary>
internal static partial class AwsText
{
    private const int DescriptionLimit = 700;

    private const int OtherTagsLimit = 47;

    /// <summary>sts:ExternalId, 2 to 1,224 characters.</summary>
    public static string ExternalId(string text) => ExternalIdPattern().IsMatch(text)
        ? text
        : throw Invalid("external id", "2 to 1,224 ASCII letters, digits and _+=,.@:/-");

    /// <summary>A permission set's or role's description, 1 to 700 characters of Latin-1.</summary>
    public static string Description(string text) => DescriptionPattern().IsMatch(text)
        ? text
        : throw Invalid("description", $"1 to {DescriptionLimit} characters of Latin-1; other scripts are refused by AWS");

    /// <summary>Tags of a role or permission set: at most 47 besides our own three.</summary>
    public static IReadOnlyDictionary<string, string> Tags(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > OtherTagsLimit) throw Invalid("number of tags", $"at most {OtherTagsLimit}; the module's own three come to them");
        foreach ((string key, string value) in tags)
        {
            if (!TagKeyPattern().IsMatch(key) || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw Invalid($"tag key '{Printable.Of(key)}'", "1 to 128 letters, digits, spaces and _.:/=+-@, not beginning with aws:");
            if (key.StartsWith("crossaccess:", StringComparison.OrdinalIgnoreCase))
                throw Invalid($"tag key '{Printable.Of(key)}'", "another prefix than crossaccess:, which marks what this module made");
            if (!TagValuePattern().IsMatch(value))
                throw Invalid($"value of tag '{Printable.Of(key)}'", "at most 256 letters, digits, spaces and _.:/=+-@");
        }
        return tags;
    }

    private static ClientAccessException Invalid(string what, string accepted) =>
        new(ClientAccessError.InvalidText, $"The {what} is not one that AWS accepts: type {accepted}.");

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@:/-]{2,1224}\z")]
    private static partial Regex ExternalIdPattern();

    [GeneratedRegex(@"\A[\t\n\r\x20-\x7E\xA1-\xFF]{1,700}\z")]
    private static partial Regex DescriptionPattern();

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}\z")]
    private static partial Regex TagKeyPattern();

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}\z")]
    private static partial Regex TagValuePattern();
}
