using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The names that sign-ins go by: the company's, and the sso-sessions of the AWS configuration.</summary>
internal sealed class SignInCompleter : LocalCompleter
{
    private const string SessionPrefix = "sso-session ";

    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters)
    {
        Inventory inventory = InventoryFile.Locate().Read();
        string configuration = AwsConfigurationSections.FilePath("AWS_CONFIG_FILE", "config");
        IEnumerable<(string, string)> sessions = AwsConfigurationSections.In(configuration)
            .Where(section => section.StartsWith(SessionPrefix, StringComparison.Ordinal))
            .Select(section => (section[SessionPrefix.Length..].Trim(), configuration));
        return inventory.Company is { } company ? sessions.Prepend((company, inventory.StartUrl ?? company)) : sessions;
    }
}
