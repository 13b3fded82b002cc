using System.Text;

namespace CrossAccess.Aws;

/// <summary>Splits a command line as the AWS CLI splits a credential_process: no shell, no variables.</summary>
internal static class CommandLine
{
    /// <exception cref="FormatException">A quotation is not closed.</exception>
    public static IReadOnlyList<string> Split(string text) => OperatingSystem.IsWindows() ? SplitForWindows(text) : SplitForUnix(text);

    /// <summary>As Python's shlex does: single quotes take everything, double quotes let a backslash escape a quote or a backslash.</summary>
    internal static List<string> SplitForUnix(string text)
    {
        var words = new Words();
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (quote == '\0' && char.IsWhiteSpace(character)) words.End();
            else if (quote == '\0' && character is ('\'' or '"'))
            {
                quote = character;
                words.Open();
            }
            else if (character == quote) quote = '\0';
            else if (character == '\\' && IsEscape(quote, text, i)) words.Add(text[++i]);
            else words.Add(character);
        }

        return quote == '\0' ? words.All() : throw Unclosed();
    }

    /// <summary>As the C runtime of Windows does: a backslash is itself unless a double quote follows.</summary>
    internal static List<string> SplitForWindows(string text)
    {
        var words = new Words();
        bool isQuoted = false;
        int backslashes = 0;
        foreach (char character in text)
        {
            if (character == '\\')
            {
                backslashes++;
                continue;
            }

            bool isEscaped = character == '"' && backslashes % 2 == 1;
            words.Add('\\', character == '"' ? backslashes / 2 : backslashes);
            backslashes = 0;
            if (isEscaped) words.Add('"');
            else if (character == '"')
            {
                isQuoted = !isQuoted;
                words.Open();
            }
            else if (!isQuoted && character is (' ' or '\t')) words.End();
            else words.Add(character);
        }

        words.Add('\\', backslashes);
        return isQuoted ? throw Unclosed() : words.All();
    }

    private static bool IsEscape(char quote, string text, int backslash) =>
        backslash + 1 < text.Length && (quote == '\0' || (quote == '"' && text[backslash + 1] is ('"' or '\\')));

    private static FormatException Unclosed() => new("a quotation in it is not closed");

    private sealed class Words
    {
        private readonly List<string> _all = [];
        private readonly StringBuilder _word = new();
        private bool _isOpen;

        // Quotes with nothing between them are a word too.
        public void Open() => _isOpen = true;

        public void Add(char character, int times = 1)
        {
            _word.Append(character, times);
            _isOpen |= times > 0;
        }

        public void End()
        {
            if (_isOpen) _all.Add(_word.ToString());
            _word.Clear();
            _isOpen = false;
        }

        public List<string> All()
        {
            End();
            return _all;
        }
    }
}
