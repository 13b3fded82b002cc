using System.Management.Automation;

namespace CrossAccess.Host.Terminal;

/// <summary>Progress as one line that is overwritten; silent where there is no terminal.</summary>
internal sealed class ProgressLine
{
    private readonly bool _isTerminal = !Console.IsErrorRedirected && !Console.IsOutputRedirected;
    private int _shownLength;

    /// <summary>Shows a record, or takes the line away when the activity has completed.</summary>
    public void Show(ProgressRecord record)
    {
        if (!_isTerminal)
            return;
        Clear();
        if (record.RecordType == ProgressRecordType.Completed)
            return;
        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : "";
        string line = $"{record.Activity}: {record.StatusDescription}{percent}".ReplaceLineEndings(" ");
        line = line[..Math.Min(line.Length, Math.Max(0, Console.WindowWidth - 1))];
        Console.Error.Write(line);
        _shownLength = line.Length;
    }

    /// <summary>Takes the line away, so that other text can be written.</summary>
    public void Clear()
    {
        if (_shownLength == 0)
            return;
        Console.Error.Write($"\r{new string(' ', _shownLength)}\r");
        _shownLength = 0;
    }
}
