using System.Management.Automation;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>AWS Tools' Set-DefaultAWSRegion.</summary>
[Cmdlet(VerbsCommon.Set, "DefaultAWSRegion")]
public sealed class SetDefaultAwsRegionCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Region { get; set; }

    protected override void ProcessRecord() => SessionState.PSVariable.Set(RegionOrder.Variable, Region);
}
