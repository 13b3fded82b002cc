using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>A cmdlet that acts on a client's tiers, record by record.</summary>
/// <typeparam name="TResult">What the cmdlet emits.</typeparam>
public abstract class ClientTierCommand<TResult> : ChangeCommand<TResult>
{
    /// <summary>What New- and Grant- cmdlets take where no tier is named: the least.</summary>
    private protected static readonly string[] DefaultTier = ["ReadOnly"];

    /// <summary>The client's key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [BlankTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public virtual string Client { get; set; } = "";

    /// <summary>The tiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public virtual string[]? Tier { get; set; }

    /// <summary>The tiers of a cmdlet that removes: they must be named.</summary>
    /// <exception cref="ClientAccessException">TierNotFound when none is named.</exception>
    private protected string[] RequireTiers() => Tier ?? throw new ClientAccessException(ClientAccessError.TierNotFound, "No tier is named.")
    {
        RecommendedAction = "Name the tiers: -Tier ReadOnly",
    };
}
