using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Get-ClientAccess: who holds which client permission set on the home account, and who is denied everything, as AWS says now.</summary>
[Cmdlet(VerbsCommon.Get, "ClientAccess", DefaultParameterSetName = ClientSet)]
[OutputType(typeof(ClientAccess), ParameterSetName = [ClientSet])]
[OutputType(typeof(DeniedUser), ParameterSetName = [DeniedSet])]
public sealed class GetClientAccessCommand : ClientSelectionCommand<object>
{
    private const string ClientSet = "Client";
    private const string DeniedSet = "Denied";

    /// <summary>Names or wildcards; by default all clients of the inventory.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public override string[]? Client { get; set; }

    /// <summary>The tiers; by default all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ClientSet)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public override string[]? Tier { get; set; }

    /// <summary>The users who were stopped with Revoke-ClientAccess -Now.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeniedSet)]
    public SwitchParameter Denied { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Denied)
            SubmitReading(null, async (_, cancellation) => await Services.Denials.ListAsync(cancellation));
        else
            base.ProcessRecord();
    }

    private protected override async Task<IReadOnlyList<object>> ReadAsync(string client, string tier, bool isNamed, CancellationToken cancellation)
    {
        var found = new List<object>();
        await foreach (ClientAccess access in Services.Grants.ListAsync(client, tier, cancellation)) found.Add(access);
        return found;
    }
}
