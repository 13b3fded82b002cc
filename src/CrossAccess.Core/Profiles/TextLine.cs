using System.Text;

namespace CrossAccess;

/// <summary>A line of a file whose bytes must stay as they are.</summary>
/// <param name="Number">Counted from one.</param>
/// <param name="Start">The index of its first byte.</param>
/// <param name="Next">The index of the first byte after its end.</param>
/// <param name="Text">A character for each byte, so that no encoding is lost and what is ASCII reads as it is.</param>
/// <param name="LineEnd">Empty for a last line that has none.</param>
internal sealed record TextLine(int Number, int Start, int Next, string Text, string LineEnd)
{
    /// <param name="start">Where the first line begins: after a byte order mark.</param>
    public static IReadOnlyList<TextLine> Split(byte[] content, int start)
    {
        var lines = new List<TextLine>();
        while (start < content.Length)
        {
            int length = content.AsSpan(start).IndexOfAny((byte)'\r', (byte)'\n');
            int end = length < 0 ? content.Length : start + length;
            string lineEnd = end == content.Length ? "" : content[end] == '\n' ? "\n" : end + 1 < content.Length && content[end + 1] == '\n' ? "\r\n" : "\r";
            lines.Add(new TextLine(lines.Count + 1, start, end + lineEnd.Length, Encoding.Latin1.GetString(content, start, end - start), lineEnd));
            start = end + lineEnd.Length;
        }
        return lines;
    }
}
