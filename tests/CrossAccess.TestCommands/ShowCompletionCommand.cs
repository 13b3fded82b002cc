using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.TestCommands;

/// <summary>Has a parameter for each completer.</summary>
[Cmdlet(VerbsCommon.Show, "Completion")]
[OutputType(typeof(void))]
public sealed class ShowCompletionCommand : PSCmdlet
{
    [Parameter]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string? Client { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string[]? Tier { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string? AccountName { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string[]? Group { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }
}
