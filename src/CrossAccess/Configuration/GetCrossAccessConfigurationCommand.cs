using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Get-CrossAccessConfiguration: how this provider is set up.</summary>
[Cmdlet(VerbsCommon.Get, "CrossAccessConfiguration")]
[OutputType(typeof(CrossAccessConfiguration))]
public sealed class GetCrossAccessConfigurationCommand : ClientCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (TryRun(null, (_, _) => Task.FromResult(CrossAccessConfiguration.Of(Services.Inventory)), out CrossAccessConfiguration configuration)) WriteObject(configuration);
    }
}
