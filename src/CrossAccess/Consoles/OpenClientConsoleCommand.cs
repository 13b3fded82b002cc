using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Open-ClientConsole: opens a client's console in the browser of this machine.</summary>
[Cmdlet(VerbsCommon.Open, "ClientConsole", DefaultParameterSetName = SessionSet)]
[OutputType(typeof(string))]
public sealed class OpenClientConsoleCommand : ClientConsoleCommand
{
    private readonly ConsoleBrowser _browser = new(new SystemBrowser(), ConsoleBrowser.UsualPatience);

    /// <summary>Writes the address that was opened, as text.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsForOne => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        bool isInteractive = Interactivity.Of(Host);
        // What comes from the pipeline is not known yet.
        string named = Client.Length == 0 ? "<client> -Tier <tier>" : Printable.Of(Client) + Named("Tier", Tier) + Named("Account", Account);
        RunOrThrow(null, (_, _) => isInteractive
            ? Task.FromResult(true)
            : throw ConsoleBrowser.NotFound("This host is not interactive: there is nobody to open a console for.", $"Get-ClientConsoleUrl {named}"));
    }

    private static string Named(string parameter, string[]? values) => values is null ? "" : $" -{parameter} {Printable.Of(string.Join(", ", values))}";

    private protected override void Write(ConsoleSignIn signIn)
    {
        RoleSession session = signIn.Session;
        string instead = $"Get-ClientConsoleUrl {session.Client} -Tier {session.Tier} -Account {session.AccountId}";
        bool isOpen = TryRun(session.Client, async (activity, cancellation) =>
        {
            await _browser.OpenAsync(signIn, instead, activity, cancellation);
            return true;
        }, out _);
        if (isOpen && PassThru) WriteObject(signIn.Url.AbsoluteUri);
    }

    private protected override void Write(SwitchRoleLink link) =>
        Open(link.Client, link.Url, $"Get-ClientConsoleUrl {link.Client} -Tier {link.Tier} -Account {link.AccountId} -SwitchRole");

    private protected override void Write(PortalLink link) =>
        Open(link.Client, link.Url, $"Get-ClientConsoleUrl {link.Client} -Tier {link.Tier} -Portal");

    private void Open(string client, string url, string instead)
    {
        bool isOpen = TryRun(client, (_, _) =>
        {
            _browser.Open(url, instead);
            return Task.FromResult(true);
        }, out _);
        if (isOpen && PassThru) WriteObject(url);
    }
}
