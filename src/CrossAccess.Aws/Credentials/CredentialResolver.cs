namespace CrossAccess.Aws;

/// <summary>
/// Finds credentials in the order of the AWS CLI. Nothing here asks AWSSDK.Core to find them: it looks its sister packages up
/// by name among all assemblies of the process, and so would meet another module's.
/// See <see href="https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-authentication.html"/>.
/// </summary>
internal sealed class CredentialResolver(AwsSettings settings, TimeProvider time)
{
    private readonly MetadataCredentials _metadata = new(settings.Environment);

    public async Task<ResolvedCredentials> ResolveAsync(CredentialSource source, CancellationToken cancellation)
    {
        ResolvedCredentials resolved = source switch
        {
            CredentialSource.Keys keys => new(keys.Credentials, source.ToString()),
            CredentialSource.Profile => await FromNamedProfileAsync(settings.Profile!, cancellation),
            CredentialSource.PermissionSet set => await new SsoCredentials(settings, time).FromSignInAsync(set, cancellation),
            _ => await FromEnvironmentAsync(cancellation),
        };
        return Expiry.Checked(resolved, time);
    }

    private async Task<ResolvedCredentials> FromNamedProfileAsync(AwsProfile profile, CancellationToken cancellation) =>
        await Profiles().FindAsync(profile, cancellation) ?? throw profile.Unusable(
            "it holds no credentials: neither keys, role_arn, sso_session, credential_process nor web_identity_token_file",
            $"Run 'aws configure sso --profile {Printable.Of(profile.Name)}', or add one of these to the profile.");

    private async Task<ResolvedCredentials> FromEnvironmentAsync(CancellationToken cancellation)
    {
        if (EnvironmentKeys.Find(settings.Environment) is { } keys) return keys;

        if (settings.Profile is null && AwsSettings.NamedProfile(settings.Environment) is { } named)
        {
            settings.Configuration.GetProfile(named.Name, named.Variable);
        }

        // A profile that assumes a role comes before a web identity of the environment, and that before other profiles.
        AwsProfile? profile = settings.Profile;
        if (profile is { AssumesRole: true }) return (await Profiles().FindAsync(profile, cancellation))!;

        return await WebIdentity().FindInEnvironmentAsync(cancellation)
            ?? (profile is null ? null : await Profiles().FindAsync(profile, cancellation))
            ?? await _metadata.FindInContainerAsync(cancellation)
            ?? await _metadata.FindOnInstanceAsync(cancellation)
            ?? throw NotFound();
    }

    private ProfileCredentials Profiles() => new(settings, WebIdentity(), _metadata, time);

    private WebIdentityCredentials WebIdentity() => new(settings);

    private ClientAccessException NotFound() => new(
        ClientAccessError.CredentialsNotFound,
        $"No AWS credentials were found: no AWS_ACCESS_KEY_ID in the environment, no credentials in profile '{Printable.Of(settings.Profile?.Name ?? "default")}' of "
        + $"'{settings.Configuration.ConfigFile}' and '{settings.Configuration.CredentialsFile}', and no role of a container or an EC2 instance.")
    {
        RecommendedAction = "Set $env:AWS_PROFILE to a profile's name, or name one in the command where it takes one; 'aws configure sso' makes one.",
    };
}
