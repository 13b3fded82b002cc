using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>A cmdlet that may reach into clients' accounts and is about more than their tiers: with whose credentials.</summary>
/// <typeparam name="TResult">What the cmdlet emits.</typeparam>
public abstract class AccountCredentialsCommand<TResult> : ChangeCommand<TResult>
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

    /// <summary>A role in the clients' accounts, by ARN or name, that the current credentials may assume.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? ThroughRole { get; set; }

    /// <summary>The tier of remote access roles that stand already, to act through them from home.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string? Via { get; set; }

    /// <summary>The record's credentials where any are named.</summary>
    /// <exception cref="ClientAccessException">RequestRejected when several are named.</exception>
    private protected RemoteCredentials? NamedRemoteCredentials() => NamedCredentials.Of(Services.Provider, ProfileName, Credential, ThroughRole, Via);
}
