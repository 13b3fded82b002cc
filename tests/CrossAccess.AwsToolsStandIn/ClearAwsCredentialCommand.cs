using System.Management.Automation;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>AWS Tools' Clear-AWSCredential.</summary>
[Cmdlet(VerbsCommon.Clear, "AWSCredential")]
public sealed class ClearAwsCredentialCommand : PSCmdlet
{
    [Parameter]
    public VariableScope Scope { get; set; }

    protected override void ProcessRecord() =>
        CredentialOrder.Store(SessionState, MyInvocation.BoundParameters.ContainsKey(nameof(Scope)) ? Scope : null, null);
}
