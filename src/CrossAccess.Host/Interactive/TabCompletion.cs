using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CrossAccess.Host.Interactive;

/// <summary>Steps through the engine's completions of a line, one per press of Tab.</summary>
internal sealed class TabCompletion(Runspace runspace)
{
    private CommandCompletion? _completions;
    private string _line = "";

    /// <summary>Forgets the completions: the line has been edited since.</summary>
    public void Reset() => _completions = null;

    /// <summary>The line with the next completion in it and the cursor behind that; null when there is none.</summary>
    public (string Line, int Cursor)? Next(string line, int cursor, bool backwards)
    {
        if (_completions is null)
        {
            using PowerShell shell = PowerShell.Create(runspace);
            _line = line;
            _completions = CommandCompletion.CompleteInput(line, cursor, options: null, shell);
        }

        if (_completions.GetNextResult(!backwards) is not { } result)
            return null;
        string before = _line[.._completions.ReplacementIndex];
        string after = _line[(_completions.ReplacementIndex + _completions.ReplacementLength)..];
        return (before + result.CompletionText + after, before.Length + result.CompletionText.Length);
    }
}
