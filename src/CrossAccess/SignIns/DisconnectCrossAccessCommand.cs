using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Disconnect-CrossAccess: ends a sign-in to Identity Center and forgets its token.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "CrossAccess", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class DisconnectCrossAccessCommand : ClientCommand
{
    /// <summary>The sign-in's name; by default the one to the inventory's Identity Center.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(SignInCompleter))]
    public string? SessionName { get; set; }

    /// <summary>Ends every sign-in of this user on this machine, other tools' included.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string? name = SessionName;
        bool all = All;
        if (!TryRun(name, (_, _) => Task.FromResult(Chosen(name, all)), out IReadOnlyList<SignInToken> tokens)) return;

        foreach (SignInToken token in tokens)
        {
            if (!ShouldProcess($"{token.DisplayName} ({token.StartUrl})", "Sign out of Identity Center")) continue;
            TryRun(token.DisplayName, async (activity, cancellation) =>
            {
                await Services.Provider.SignIns.DisconnectAsync(token, activity, cancellation);
                return true;
            }, out _);
        }
    }

    private IReadOnlyList<SignInToken> Chosen(string? name, bool all)
    {
        SignIns signIns = Services.Provider.SignIns;
        if (all) return signIns.List();
        return signIns.Find(name) is { } found
            ? [found]
            : throw new ClientAccessException(ClientAccessError.SignInRequired, name is null ? "There is no sign-in to Identity Center to end." : $"There is no sign-in '{Printable.Of(name)}' to Identity Center.")
            {
                RecommendedAction = "To end every sign-in of this machine, type: Disconnect-CrossAccess -All",
            };
    }
}
