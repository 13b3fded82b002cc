using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>A cmdlet that reaches into a client's account: which one, and with whose credentials.</summary>
/// <typeparam name="TResult">What the cmdlet emits.</typeparam>
public abstract class RemoteAccountCommand<TResult> : ClientTierCommand<TResult>
{
    /// <summary>An AWS profile of the client's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Credentials of the client's account.</summary>
    [Parameter]
    [CredentialTransformation]
    public GivenCredentials? Credential { get; set; }

    /// <summary>A role in the client's account, by ARN or name, that the current credentials may assume.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? ThroughRole { get; set; }

    /// <summary>The tier of a remote access role that stands already, to act through it from home.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string? Via { get; set; }

    /// <summary>The record's credentials. None named: what the environment says, which must belong to the client's account.</summary>
    /// <exception cref="ClientAccessException">RequestRejected when several are named.</exception>
    private protected RemoteCredentials RemoteCredentials() => NamedRemoteCredentials() ?? new RemoteCredentials.Direct(Services.Provider.Ambient);

    /// <summary>The record's credentials where any are named.</summary>
    /// <exception cref="ClientAccessException">RequestRejected when several are named.</exception>
    private protected RemoteCredentials? NamedRemoteCredentials() => NamedCredentials.Of(Services.Provider, ProfileName, Credential, ThroughRole, Via);
}
