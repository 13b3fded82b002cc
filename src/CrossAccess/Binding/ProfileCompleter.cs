using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The profiles of the AWS configuration files.</summary>
internal sealed class ProfileCompleter : LocalCompleter
{
    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters)
    {
        AwsEnvironment environment = EnteredRoles.OfProcess.Home;
        return AwsConfigurationFile.Read(environment.ConfigFile).Keys.Select(SectionTitle.ProfileIn).OfType<string>().Select(name => (name, environment.ConfigFile))
            .Concat(AwsConfigurationFile.Read(environment.CredentialsFile).Keys.Select(name => (name, environment.CredentialsFile)));
    }
}
