using System.Text;

namespace CrossAccess;

/// <summary>A configuration file: our block, and everything else byte for byte.</summary>
internal sealed class ProfileDocument
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] _before;
    private readonly byte[] _after;
    private readonly string _lineEnd;
    private readonly IReadOnlyList<TextLine> _others;

    private ProfileDocument(byte[] before, IReadOnlyList<string> block, byte[] after, string lineEnd, IReadOnlyList<TextLine> others) =>
        (_before, Block, _after, _lineEnd, _others) = (before, block, after, lineEnd, others);

    /// <summary>The lines of our block, its markers included; empty when there is none.</summary>
    public IReadOnlyList<string> Block { get; }

    /// <summary>Whether the block is as we wrote it; true where there is none.</summary>
    public bool IsIntact => Block.Count == 0 || ProfileBlock.IsIntact(Block);

    /// <summary>What other sections the file has: settings by title.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Others => AwsConfigurationFile.Parse(_others.Select(line => line.Text));

    /// <param name="force">Take the block for what it is, even where it was edited.</param>
    /// <exception cref="ClientAccessException">ProfileBlockDamaged; FileUnusable where it is no text that AWS tools read.</exception>
    public static ProfileDocument Read(byte[] content, string company, string path, bool force = false)
    {
        if (Array.IndexOf(content, (byte)0) >= 0)
            throw new ClientAccessException(ClientAccessError.FileUnusable, $"'{path}' is not text in UTF-8, which AWS tools read: it was perhaps saved as UTF-16. Nothing was written.")
            {
                RecommendedAction = "Save it as UTF-8, and repeat the command.",
            };

        IReadOnlyList<TextLine> lines = TextLine.Split(content, start: content.AsSpan().StartsWith(Mark) ? Mark.Length : 0);
        string lineEnd = lines.Count > 0 && lines[0].LineEnd.Length > 0 ? lines[0].LineEnd : Environment.NewLine;
        if (Locate(lines, company, path) is not { } place) return new ProfileDocument(content, [], [], lineEnd, lines);

        (int begin, int end) = place;
        string[] block = [.. lines.Skip(begin).Take(end - begin + 1).Select(line => line.Text)];
        var document = new ProfileDocument(content[..lines[begin].Start], block, content[lines[end].Next..], lines[begin].LineEnd, [.. lines.Take(begin), .. lines.Skip(end + 1)]);
        if (!force && !document.IsIntact) throw Edited(path, begin, end);
        RequireTitleAfter(lines, end, path);
        return document;
    }

    /// <summary>The file with another block, or with none.</summary>
    public byte[] With(IReadOnlyList<string> block)
    {
        if (block.Count == 0) return [.. _before, .. _after];

        bool endsUnfinished = _before.Length > 0 && !_before.AsSpan().SequenceEqual(Mark) && _before[^1] is not ((byte)'\n' or (byte)'\r');
        string text = (endsUnfinished ? _lineEnd : "") + string.Concat(block.Select(line => line + _lineEnd));
        return [.. _before, .. Encoding.UTF8.GetBytes(text), .. _after];
    }

    /// <summary>The line, counted from one, that begins another's section of that title.</summary>
    public int LineOf(string title) => _others.First(line => AwsConfigurationFile.TitleOf(line.Text) == title).Number;

    private static (int Begin, int End)? Locate(IReadOnlyList<TextLine> lines, string company, string path)
    {
        (int Index, bool IsBegin)[] markers =
        [
            .. lines.Select((line, index) => (index, Marker: ProfileBlock.MarkerIn(line.Text)))
                .Where(found => found.Marker?.Company == company)
                .Select(found => (found.index, found.Marker!.IsBegin)),
        ];
        return markers switch
        {
            [] => null,
            [(int begin, true), (int end, false)] => (begin, end),
            [(int begin, true)] => throw Damaged(path, company, $"begins on line {begin + 1} and does not end"),
            [(int end, false)] => throw Damaged(path, company, $"ends on line {end + 1} and does not begin"),
            _ => throw Damaged(path, company, $"begins or ends more than once: on lines {string.Join(", ", markers.Select(marker => marker.Index + 1))}"),
        };
    }

    // What follows without a title of its own would be read as part of our last profile, and move to another with it.
    private static void RequireTitleAfter(IReadOnlyList<TextLine> lines, int end, string path)
    {
        TextLine? next = lines.Skip(end + 1).FirstOrDefault(line => line.Text.Trim() is { Length: > 0 } text && text[0] is not ('#' or ';'));
        if (next is null || AwsConfigurationFile.TitleOf(next.Text) is not null) return;
        throw new ClientAccessException(ClientAccessError.ProfileBlockDamaged, $"In '{path}', line {next.Number} follows the block of Export-ClientProfile without a section of its own, so that it belongs to the block's last profile. Nothing was written.")
        {
            RecommendedAction = $"Move line {next.Number}, and those that belong to it, into the section that they are meant for, and repeat the command.",
        };
    }

    private static ClientAccessException Damaged(string path, string company, string how) =>
        new(ClientAccessError.ProfileBlockDamaged, $"In '{path}' the block of Export-ClientProfile for {company} {how}. Nothing was written.")
        {
            RecommendedAction = $"Delete the lines from '# BEGIN CrossAccess {company}' to '# END CrossAccess {company}', with what lies between and is not yours, and type: Export-ClientProfile",
        };

    private static ClientAccessException Edited(string path, int begin, int end) =>
        new(ClientAccessError.ProfileBlockDamaged, $"In '{path}' somebody has changed what Export-ClientProfile wrote on lines {begin + 1} to {end + 1}. Nothing was written.")
        {
            RecommendedAction = "Move what is yours out of the block. To see what would be lost, and then to write the block anew, type: Export-ClientProfile -Force -WhatIf, and without -WhatIf",
        };
}
