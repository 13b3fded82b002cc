using System.Management.Automation.Runspaces;
using System.Text;

namespace CrossAccess.Host.Interactive;

/// <summary>Edits one line on a terminal, with history and Tab completion; elsewhere it only reads the line.</summary>
internal sealed class LineEditor(Runspace runspace)
{
    private readonly List<string> _history = [];
    private readonly TabCompletion _completion = new(runspace);
    private readonly StringBuilder _line = new();
    private string _prompt = "";
    private int _cursor;
    private int _historyIndex;
    private int _shownLength;

    /// <summary>Reads a line; null at the end of input.</summary>
    public string? ReadLine(string prompt)
    {
        Console.Out.Write(prompt);
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
            return Console.In.ReadLine();

        _prompt = prompt.Split('\n')[^1];
        _historyIndex = _history.Count;
        _shownLength = 0;
        Replace("");
        // Ctrl+C while typing gives the line up; while a command runs it stops the command.
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadKeys();
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private string? ReadKeys()
    {
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
            if (key.Key != ConsoleKey.Tab)
                _completion.Reset();
            if (key.Key == ConsoleKey.Enter)
                return Accept();
            if (control && key.Key == ConsoleKey.D && _line.Length == 0)
                return EndOfInput();
            if (control && key.Key == ConsoleKey.C)
                return GiveUp();
            Apply(key, control);
            Redraw();
        }
    }

    private void Apply(ConsoleKeyInfo key, bool control)
    {
        switch (key.Key)
        {
            case ConsoleKey.Tab:
                Complete(backwards: key.Modifiers.HasFlag(ConsoleModifiers.Shift));
                break;
            case ConsoleKey.Backspace when _cursor > 0:
                _line.Remove(--_cursor, 1);
                break;
            case ConsoleKey.Delete when _cursor < _line.Length:
                _line.Remove(_cursor, 1);
                break;
            case ConsoleKey.LeftArrow:
                _cursor = Math.Max(0, _cursor - 1);
                break;
            case ConsoleKey.RightArrow:
                _cursor = Math.Min(_line.Length, _cursor + 1);
                break;
            case ConsoleKey.Home or ConsoleKey.A when key.Key == ConsoleKey.Home || control:
                _cursor = 0;
                break;
            case ConsoleKey.End or ConsoleKey.E when key.Key == ConsoleKey.End || control:
                _cursor = _line.Length;
                break;
            case ConsoleKey.UpArrow:
                Recall(_historyIndex - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(_historyIndex + 1);
                break;
            case ConsoleKey.Escape:
                Replace("");
                break;
            default:
                Insert(key.KeyChar);
                break;
        }
    }

    private void Insert(char character)
    {
        if (char.IsControl(character))
            return;
        _line.Insert(_cursor++, character);
    }

    private void Complete(bool backwards)
    {
        if (_completion.Next(_line.ToString(), _cursor, backwards) is not { } completed)
            return;
        Replace(completed.Line);
        _cursor = completed.Cursor;
    }

    private void Recall(int index)
    {
        if (index < 0 || index > _history.Count)
            return;
        _historyIndex = index;
        Replace(index == _history.Count ? "" : _history[index]);
    }

    private void Replace(string text)
    {
        _line.Clear().Append(text);
        _cursor = text.Length;
    }

    private string Accept()
    {
        string line = _line.ToString();
        _cursor = _line.Length;
        Redraw();
        Console.Out.WriteLine();
        if (!string.IsNullOrWhiteSpace(line) && _history.LastOrDefault() != line)
            _history.Add(line);
        return line;
    }

    private static string? EndOfInput()
    {
        Console.Out.WriteLine();
        return null;
    }

    private static string GiveUp()
    {
        Console.Out.WriteLine("^C");
        return "";
    }

    /// <summary>Shows the part of the line around the cursor that fits into one row.</summary>
    private void Redraw()
    {
        int room = Math.Max(1, Console.WindowWidth - _prompt.Length - 1);
        int start = Math.Max(0, _cursor - room);
        string shown = _line.ToString(start, Math.Min(room, _line.Length - start));
        string blank = new(' ', Math.Max(0, _shownLength - shown.Length));
        // Written again up to the cursor to place it: asking the terminal where it is can wait for an answer.
        Console.Out.Write($"\r{_prompt}{shown}{blank}\r{_prompt}{shown[..(_cursor - start)]}");
        _shownLength = shown.Length;
    }
}
