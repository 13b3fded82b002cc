using System.Collections;
using System.Management.Automation;

namespace CrossAccess.ClientCommands;

/// <summary>What a child shell shall run.</summary>
internal sealed record CommandRequest(string Script, IReadOnlyList<object?> Arguments, Hashtable UsingValues, int Depth, bool IsVerbose, bool IsDebug)
{
    // The arguments lie two levels below the request's own.
    private const int LevelsAbove = 2;

    public string Write()
    {
        var sent = new Hashtable
        {
            ["Script"] = Script,
            ["Arguments"] = Arguments.ToArray(),
            ["UsingValues"] = UsingValues,
            ["Depth"] = Depth,
            ["IsVerbose"] = IsVerbose,
            ["IsDebug"] = IsDebug,
        };
        return Clixml.Write(sent, Depth + LevelsAbove);
    }

    public static CommandRequest Read(string text)
    {
        var sent = (Hashtable)Clixml.Bare(Clixml.Read(text))!;
        return new CommandRequest(
            (string)Clixml.Bare(sent["Script"])!,
            [.. ((IEnumerable)Clixml.Bare(sent["Arguments"])!).Cast<object?>()],
            (Hashtable)Clixml.Bare(sent["UsingValues"])!,
            (int)Clixml.Bare(sent["Depth"])!,
            LanguagePrimitives.IsTrue(sent["IsVerbose"]),
            LanguagePrimitives.IsTrue(sent["IsDebug"]));
    }
}
