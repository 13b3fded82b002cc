namespace CrossAccess.Host.Tests;

/// <summary>A fenced block of a Markdown text.</summary>
/// <param name="Info">What follows the fence: the language and, after it, any mark.</param>
/// <param name="Text">What is in the block.</param>
/// <param name="Line">The line of the fence, from 1.</param>
internal sealed record FencedBlock(string Info, string Text, int Line)
{
    private const string Fence = "```";

    /// <summary>The blocks of a text, in order.</summary>
    public static IReadOnlyList<FencedBlock> In(string markdown)
    {
        List<FencedBlock> blocks = [];
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int start = 0; start < lines.Length; start++)
        {
            if (!lines[start].StartsWith(Fence, StringComparison.Ordinal))
                continue;
            int end = Array.FindIndex(lines, start + 1, line => line.StartsWith(Fence, StringComparison.Ordinal));
            Assert.True(end > 0, $"The block of line {start + 1} is not closed.");
            blocks.Add(new FencedBlock(lines[start][Fence.Length..].Trim(), string.Join('\n', lines[(start + 1)..end]), start + 1));
            start = end;
        }

        return blocks;
    }
}
