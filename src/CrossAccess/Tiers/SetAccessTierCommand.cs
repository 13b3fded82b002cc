using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Set-AccessTier: defines a tier, or changes what its roles may do.</summary>
[Cmdlet(VerbsCommon.Set, "AccessTier", SupportsShouldProcess = true)]
[OutputType(typeof(AccessTier))]
public sealed class SetAccessTierCommand : ChangeCommand<AccessTier>
{
    /// <summary>The tier; a new name defines a new one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string Tier { get; set; } = "";

    /// <summary>The managed policies that its roles carry. A customer managed one must exist in every client's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation]
    public string[]? ManagedPolicyArn { get; set; }

    /// <summary>The roles' own policy: JSON text or a hashtable.</summary>
    [Parameter]
    [PolicyDocumentTransformation]
    public string? PolicyDocument { get; set; }

    /// <summary>What follows the company in the roles' names; by default the tier's name in lower case with dashes.</summary>
    [Parameter]
    [BlankTransformation]
    public string? RoleNameSuffix { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (string tier, string[]? managed, string? policy, string? suffix) = (Tier, ManagedPolicyArn, PolicyDocument, RoleNameSuffix);
        var tiers = new AccessTiers(Services.Inventory);
        Submit(tier, $"tier {tier}", "record it in the inventory", (_, _) => Task.FromResult(tiers.Plan(tier, managed, policy, suffix)));
    }
}
