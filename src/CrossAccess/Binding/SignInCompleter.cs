using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The names that sign-ins go by: the company's, and the sso-sessions of the AWS configuration.</summary>
internal sealed class SignInCompleter : LocalCompleter
{
    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters)
    {
        Inventory inventory = InventoryFile.Locate().Read();
        string configuration = EnteredRoles.OfProcess.Home.ConfigFile;
        IEnumerable<(string, string)> sessions = AwsConfigurationFile.Read(configuration).Keys
            .Select(title => SectionTitle.TryNameOf(title, SectionTitle.SsoSession, out string name) ? name : null)
            .OfType<string>()
            .Select(name => (name, configuration));
        return inventory.Company is { } company ? sessions.Prepend((company, inventory.StartUrl ?? company)) : sessions;
    }
}
