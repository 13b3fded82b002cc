using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>A cmdlet that gives or ends access: which permission set, and whose.</summary>
/// <typeparam name="TResult">What the cmdlet emits.</typeparam>
public abstract class ClientAccessCommand<TResult> : ClientTierCommand<TResult>
{
    /// <summary>The parameter set in which somebody is named.</summary>
    private protected const string PrincipalSet = "Principal";

    /// <summary>The permission set, where its name is not client and tier together.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [BlankTransformation]
    public string? PermissionSetName { get; set; }

    /// <summary>From the pipeline, carried to the output.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet, DontShow = true)]
    [AccountIdTransformation]
    public string? AccountId { get; set; }

    /// <summary>Groups, by their display name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [ListTransformation]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public virtual string[]? Group { get; set; }

    /// <summary>Users, by user name or e-mail address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [ListTransformation]
    [ArgumentCompleter(typeof(UserCompleter))]
    public virtual string[]? User { get; set; }

    /// <summary>Returns when Identity Center has accepted the request, with Status Requested.</summary>
    [Parameter(ParameterSetName = PrincipalSet)]
    public SwitchParameter NoWait { get; set; }

    private protected IEnumerable<(PrincipalType Type, string Name)> Principals =>
    [
        .. (Group ?? []).Select(name => (PrincipalType.Group, name)),
        .. (User ?? []).Select(name => (PrincipalType.User, name)),
    ];

    private protected static ClientAccessException NobodyNamed() => new(ClientAccessError.PrincipalMissing, "Neither a group nor a user is named.")
    {
        RecommendedAction = "Name groups or users: -Group Engineers, or -User ana@example.com",
    };
}
