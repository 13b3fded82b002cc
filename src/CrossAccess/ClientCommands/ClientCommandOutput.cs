using System.Management.Automation;
using CrossAccess.Commands;

namespace CrossAccess.ClientCommands;

/// <summary>What a child shell said, as the calling shell writes it.</summary>
internal static class ClientCommandOutput
{
    // What Write-Host marks its records with: the host shows them whatever $InformationPreference says.
    private const string HostTag = "PSHOST";

    /// <summary>Reads a frame off the pipeline thread and tells what is to be written on it.</summary>
    public static Action<ClientCommand> WriteOf(Frame frame, ClientCommandTarget target, Func<string, string> redact)
    {
        switch (frame.Kind)
        {
            case FrameKind.Output:
                object? output = Tagged(Clixml.Read(frame.Text), target);
                return command => command.WriteObject(output);
            case FrameKind.Error or FrameKind.Failed:
                ErrorRecord error = SentError.Read(frame.Text, target, redact);
                return command => command.WriteError(error);
            case FrameKind.Information:
                InformationRecord information = ReadInformation(frame.Text, target);
                return command => command.WriteInformation(information);
        }

        string text = $"{target}: {redact(frame.Text)}";
        return frame.Kind switch
        {
            FrameKind.Warning => command => command.WriteWarning(text),
            FrameKind.Verbose => command => command.WriteVerbose(text),
            FrameKind.Debug => command => command.WriteDebug(text),
            FrameKind.HostLine => command => command.WriteInformation(new HostInformationMessage { Message = text }, [HostTag]),
            _ => throw new InvalidDataException($"A child shell sent a frame of kind {frame.Kind}."),
        };
    }

    // The tag says where the object came from, so it outranks a property of the object's own.
    private static object? Tagged(object? output, ClientCommandTarget target)
    {
        if (output is null) return null;

        PSObject tagged = PSObject.AsPSObject(output);
        Tag(nameof(target.Client), target.Client);
        Tag(nameof(target.AccountId), target.AccountId);
        Tag(nameof(target.Tier), target.Tier);
        return tagged;

        void Tag(string name, string value)
        {
            tagged.Members.Remove(name);
            tagged.Members.Add(new PSNoteProperty(name, value));
        }
    }

    private static InformationRecord ReadInformation(string text, ClientCommandTarget target)
    {
        var sent = (PSObject)Clixml.Read(text)!;
        var information = new InformationRecord(sent.Properties["MessageData"].Value, target.ToString());
        if (Clixml.Bare(sent.Properties["Tags"].Value) is System.Collections.IEnumerable tags) information.Tags.AddRange(tags.Cast<object>().Select(tag => tag.ToString()!));
        return information;
    }
}
