using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The profiles of the AWS configuration files, read without the AWS SDK: Tab must not load it.</summary>
internal sealed class ProfileCompleter : LocalCompleter
{
    private const string ProfilePrefix = "profile ";

    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters)
    {
        string configuration = AwsConfigurationSections.FilePath("AWS_CONFIG_FILE", "config");
        string credentials = AwsConfigurationSections.FilePath("AWS_SHARED_CREDENTIALS_FILE", "credentials");
        return AwsConfigurationSections.In(configuration).Select(ProfileOfConfiguration).OfType<string>().Select(name => (name, configuration))
            .Concat(AwsConfigurationSections.In(credentials).Select(name => (name, credentials)));
    }

    // Every profile but the default one is marked as such there; sso-session and services sections are not profiles.
    // https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
    private static string? ProfileOfConfiguration(string section)
    {
        if (section == "default") return section;
        return section.StartsWith(ProfilePrefix, StringComparison.Ordinal) ? section[ProfilePrefix.Length..].Trim() : null;
    }
}
