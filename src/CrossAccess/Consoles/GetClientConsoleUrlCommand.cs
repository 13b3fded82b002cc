using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Get-ClientConsoleUrl: an address that opens a client's console.</summary>
[Cmdlet(VerbsCommon.Get, "ClientConsoleUrl", DefaultParameterSetName = SessionSet)]
[OutputType(typeof(ClientConsoleUrl), ParameterSetName = [SessionSet, ClientSet])]
[OutputType(typeof(SwitchRoleLink), ParameterSetName = [SessionSwitchRoleSet, ClientSwitchRoleSet])]
[OutputType(typeof(PortalLink), ParameterSetName = [SessionPortalSet, ClientPortalSet])]
public sealed class GetClientConsoleUrlCommand : ClientConsoleCommand
{
    private protected override bool IsForOne => false;

    private protected override void Write(ConsoleSignIn signIn) => WriteObject(new ClientConsoleUrl(signIn));

    private protected override void Write(SwitchRoleLink link) => WriteObject(link);

    private protected override void Write(PortalLink link) => WriteObject(link);
}
