using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.TestCommands;

/// <summary>Emits itself, so that a test sees what each parameter was bound to.</summary>
[Cmdlet(VerbsCommon.Show, "Binding")]
[OutputType(typeof(PSObject))]
public sealed class ShowBindingCommand : PSCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? Text { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AccountIdTransformation]
    public string? AccountId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation(Commas = true)]
    public string[]? Tier { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation]
    public string[]? Group { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan? Duration { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TagTransformation]
    public IDictionary<string, string>? Tag { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PolicyDocumentTransformation]
    public string? PolicyDocument { get; set; }

    [Parameter]
    [CredentialTransformation]
    public GivenCredentials? Credential { get; set; }

    protected override void ProcessRecord()
    {
        var bound = new PSObject();
        Add(nameof(Text), Text);
        Add(nameof(AccountId), AccountId);
        Add(nameof(Tier), Tier);
        Add(nameof(Group), Group);
        Add(nameof(Duration), Duration);
        Add(nameof(Tag), Tag);
        Add(nameof(PolicyDocument), PolicyDocument);
        Add(nameof(Credential), Credential);
        if (Credential?.Read() is { } keys) Add("Keys", $"{keys.AccessKeyId}/{keys.SecretAccessKey}/{keys.SessionToken}");
        WriteObject(bound);

        void Add(string name, object? value) => bound.Properties.Add(new PSNoteProperty(name, value));
    }
}
