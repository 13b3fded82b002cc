using System.Management.Automation;

namespace CrossAccess.ClientCommands;

/// <summary>An error record on its way out of a child shell: what a reader or a handler of it needs, as plain values.</summary>
internal static class SentError
{
    private const int Depth = 2;

    public static string Write(ErrorRecord error)
    {
        var sent = new PSObject();
        Add("Message", error.ErrorDetails?.Message ?? error.Exception.Message);
        Add("RecommendedAction", error.ErrorDetails?.RecommendedAction);
        Add("Id", error.FullyQualifiedErrorId);
        Add("Category", error.CategoryInfo.Category.ToString());
        Add("Reason", error.CategoryInfo.Reason);
        Add("TargetName", error.CategoryInfo.TargetName);
        Add("TargetType", error.CategoryInfo.TargetType);
        Add("Line", error.InvocationInfo?.ScriptLineNumber ?? 0);
        Add("ScriptStackTrace", error.ScriptStackTrace);
        return Clixml.Write(sent, Depth);

        void Add(string name, object? value) => sent.Properties.Add(new PSNoteProperty(name, value));
    }

    /// <summary>The record as the calling shell writes it: the script's own id and category, and the client for its target.</summary>
    /// <param name="redact">Takes the session's secrets out of a text.</param>
    public static ErrorRecord Read(string text, ClientCommandTarget target, Func<string, string> redact)
    {
        var sent = (PSObject)Clixml.Read(text)!;
        string message = Text("Message") ?? "";
        string place = Clixml.Bare(sent.Properties["Line"].Value) is int line and > 0 ? $", line {line}" : "";
        var exception = new RemoteException(message);
        if (Text("ScriptStackTrace") is { } trace) exception.Data["ScriptStackTrace"] = trace;
        var error = new ErrorRecord(exception, Text("Id"), Enum.Parse<ErrorCategory>(Text("Category")!), target)
        {
            ErrorDetails = new ErrorDetails($"{target}{place}: {message}") { RecommendedAction = Text("RecommendedAction") },
        };
        error.CategoryInfo.Reason = Text("Reason");
        error.CategoryInfo.TargetName = Text("TargetName");
        error.CategoryInfo.TargetType = Text("TargetType");
        return error;

        // What a script throws is message, id and target in one.
        string? Text(string name) => Clixml.Bare(sent.Properties[name].Value)?.ToString() is { } value ? redact(value) : null;
    }
}
