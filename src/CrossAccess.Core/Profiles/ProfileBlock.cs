using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// The part of a file that is ours: its first and last line name the company, so that several providers' blocks stand side by
/// side, and the last bears a checksum of what lies between, so that nobody's edit is overwritten unseen.
/// </summary>
internal static partial class ProfileBlock
{
    private const string Note = "# Written by Export-ClientProfile. Keep what is your own outside: it does not write over what was changed here.";

    /// <summary>The lines of a block with these sections, without line ends.</summary>
    public static IReadOnlyList<string> Write(string company, IReadOnlyList<ProfileSection> sections)
    {
        string[] inner = [Note, .. sections.SelectMany(section => section.Lines.Prepend(""))];
        return [$"# BEGIN CrossAccess {company}", .. inner, $"# END CrossAccess {company} {ChecksumOf(inner)}"];
    }

    /// <summary>What lies between the markers.</summary>
    public static IEnumerable<string> Inner(IReadOnlyList<string> lines) => lines.Skip(1).SkipLast(1);

    /// <summary>Whether the lines are as <see cref="Write"/> made them, whatever their ends have become.</summary>
    public static bool IsIntact(IReadOnlyList<string> lines) =>
        MarkerIn(lines[^1]) is { Checksum: { } checksum } && checksum == ChecksumOf(Inner(lines));

    /// <summary>The beginning or the end of a company's block; null for any other line.</summary>
    public static ProfileBlockMarker? MarkerIn(string line) => Pattern().Match(line) is { Success: true } match
        ? new ProfileBlockMarker(match.Groups["which"].Value == "BEGIN", match.Groups["company"].Value, match.Groups["checksum"] is { Success: true } checksum ? checksum.Value : null)
        : null;

    private static string ChecksumOf(IEnumerable<string> lines) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16].ToLowerInvariant();

    [GeneratedRegex(@"\A# (?<which>BEGIN|END) CrossAccess (?<company>[a-z0-9-]+)( (?<checksum>[0-9a-f]{16}))?\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
