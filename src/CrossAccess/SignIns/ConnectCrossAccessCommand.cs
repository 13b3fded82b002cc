using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Connect-CrossAccess: signs in to Identity Center, so that clients' roles can be entered without any key.</summary>
[Cmdlet(VerbsCommunications.Connect, "CrossAccess")]
[OutputType(typeof(CrossAccessSignIn))]
public sealed class ConnectCrossAccessCommand : ClientCommand
{
    /// <summary>The name to keep the sign-in under: that of the AWS CLI's sso-session. By default the company's.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(SignInCompleter))]
    public string? SessionName { get; set; }

    /// <summary>The access portal, such as https://acme.awsapps.com/start; by default the inventory's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? StartUrl { get; set; }

    /// <summary>The AWS Region of Identity Center; by default the inventory's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Signs in by a code that is typed on any device, instead of this machine's browser.</summary>
    [Parameter]
    public SwitchParameter UseDeviceCode { get; set; }

    /// <summary>Signs in anew even where a sign-in still holds, such as to be another user.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var options = new SignInOptions
        {
            SessionName = SessionName,
            StartUrl = StartUrl,
            Region = Region,
            UseDeviceCode = UseDeviceCode,
            Force = Force,
            IsInteractive = Interactivity.Of(Host),
        };
        if (TryRun(SessionName ?? StartUrl, (activity, cancellation) => Services.Provider.SignIns.ConnectAsync(options, new SystemBrowser(), activity, cancellation), out SignInToken token))
            WriteObject(token.ToResult());
    }
}
