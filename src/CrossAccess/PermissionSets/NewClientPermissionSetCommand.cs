using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>New-ClientPermissionSet: makes the permission sets at home that may assume a client's roles.</summary>
[Cmdlet(VerbsCommon.New, "ClientPermissionSet", SupportsShouldProcess = true)]
[OutputType(typeof(ClientPermissionSet))]
public sealed class NewClientPermissionSetCommand : ClientTierCommand<ClientPermissionSet>
{
    /// <summary>The client's account that the set shall reach; by default all that the inventory records.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>The role to assume, where it is not the one that the convention names.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? RoleArn { get; set; }

    /// <summary>The set's name, where it is not to be client and tier together.</summary>
    [Parameter]
    [BlankTransformation]
    public string? PermissionSetName { get; set; }

    /// <summary>How long a session in the home account lasts, 1 to 12 hours; by default one.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? SessionDuration { get; set; }

    /// <summary>The set's description, Latin-1, at most 700 characters.</summary>
    [Parameter]
    [BlankTransformation]
    public string? Description { get; set; }

    /// <summary>Tags of the set besides our own.</summary>
    [Parameter]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>Lets whoever holds the set read its policy, so that Enter-ClientRole works without an inventory.</summary>
    [Parameter]
    public SwitchParameter ReadableByHolder { get; set; }

    /// <summary>Takes over a set of that name which this module did not make.</summary>
    [Parameter]
    public SwitchParameter Adopt { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string tier in Tier ?? DefaultTier)
        {
            ClientPermissionSetRequest request = Request(tier);
            Submit(
                request.Client,
                $"{request.Client}, tier {tier}",
                "make the permission set that assumes its role",
                (activity, cancellation) => Services.PermissionSets.PlanAsync(request, activity, cancellation));
        }
    }

    private ClientPermissionSetRequest Request(string tier) => new(Client, tier)
    {
        AccountId = AccountId,
        RoleArn = RoleArn,
        PermissionSetName = PermissionSetName,
        SessionDuration = SessionDuration,
        Description = Description,
        Tags = Tag,
        // Left out, it stays as it is; -ReadableByHolder:$false takes it away.
        ReadableByHolder = MyInvocation.BoundParameters.ContainsKey(nameof(ReadableByHolder)) ? ReadableByHolder.ToBool() : null,
        Adopt = Adopt,
    };
}
