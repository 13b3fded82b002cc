using System.Globalization;

namespace CrossAccess.Aws;

/// <summary>
/// Walks a profile to the credentials it stands for, through every profile it names.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html"/>.
/// </summary>
internal sealed class ProfileCredentials(AwsSettings settings, WebIdentityCredentials webIdentity, MetadataCredentials metadata, TimeProvider time)
{
    private readonly List<string> _visited = [];

    /// <returns>Null when the profile holds no credentials.</returns>
    public async Task<ResolvedCredentials?> FindAsync(AwsProfile profile, CancellationToken cancellation)
    {
        if (profile.AssumesRole) return await AssumeRoleAsync(profile, cancellation);
        if (profile["web_identity_token_file"] is not null) return await webIdentity.FromProfileAsync(profile, cancellation);
        if (SsoCredentials.IsIn(profile)) return await new SsoCredentials(settings, time).FromProfileAsync(profile, cancellation);
        if (profile.HasKeys) return KeysOf(profile);
        if (profile["login_session"] is not null) throw NeedsAwsLogin(profile);
        if (profile["credential_process"] is not null) return await new ProcessCredentials(settings.Environment, time).FromProfileAsync(profile, cancellation);

        return null;
    }

    private async Task<ResolvedCredentials> AssumeRoleAsync(AwsProfile profile, CancellationToken cancellation)
    {
        if (profile["mfa_serial"] is not null) throw NeedsCode(profile);

        _visited.Add(profile.Name);
        ResolvedCredentials source = await SourceOfAsync(profile, cancellation);
        string roleArn = profile.Require("role_arn");
        using var clientCredentials = new SessionCredentials(source, renew: null, time);
        var calls = new AwsCalls($"{profile}, by {source.Source}", () => null);
        var service = new SecurityTokenService(new ServiceClients(settings, clientCredentials).SecurityToken(RoleRegion.Of(settings, profile, roleArn)), calls);
        var assumption = new RoleAssumption(roleArn, profile["role_session_name"] ?? RoleRegion.NewSessionName(time))
        {
            ExternalId = profile["external_id"],
            Duration = DurationOf(profile),
        };
        return new(await service.AssumeRoleAsync(assumption, cancellation), profile.ToString());
    }

    private async Task<ResolvedCredentials> SourceOfAsync(AwsProfile profile, CancellationToken cancellation)
    {
        string? named = profile["source_profile"];
        string? kind = profile["credential_source"];
        return (named, kind) switch
        {
            (not null, not null) => throw profile.Unusable("it has both source_profile and credential_source", "Remove one of the two."),
            (null, null) => throw profile.Unusable("it has a role_arn and says neither by source_profile nor by credential_source who assumes the role", "Add source_profile to the profile."),
            (not null, null) => await FromSourceProfileAsync(profile, named, cancellation),
            _ => await FromCredentialSourceAsync(profile, kind!, cancellation),
        };
    }

    private async Task<ResolvedCredentials> FromSourceProfileAsync(AwsProfile profile, string name, CancellationToken cancellation)
    {
        AwsProfile source = settings.Configuration.FindProfile(name)
            ?? throw profile.Unusable($"its source_profile '{Printable.Of(name)}' does not exist", "Correct source_profile, or make the profile it names.");

        // A profile may be its own source when it has keys; a chain that has come to a profile with keys ends there.
        if (source.Name == profile.Name && source.HasKeys) return KeysOf(source);
        if (_visited.Contains(source.Name))
        {
            throw profile.Unusable($"its source profiles go round in a circle: {string.Join(" → ", _visited.Append(source.Name).Select(Printable.Of))}", "Let one of them name other credentials.");
        }

        return await FindAsync(source, cancellation)
            ?? throw profile.Unusable($"its source_profile '{Printable.Of(name)}' holds no credentials", $"Add credentials to profile '{Printable.Of(name)}'.");
    }

    private async Task<ResolvedCredentials> FromCredentialSourceAsync(AwsProfile profile, string kind, CancellationToken cancellation)
    {
        ResolvedCredentials? found = kind.ToUpperInvariant() switch
        {
            "ENVIRONMENT" => EnvironmentKeys.Find(settings.Environment),
            "ECSCONTAINER" => await metadata.FindInContainerAsync(cancellation),
            "EC2INSTANCEMETADATA" => await metadata.FindOnInstanceAsync(cancellation),
            _ => throw profile.Unusable($"its credential_source '{Printable.Of(kind)}' is unknown", "Use Environment, EcsContainer or Ec2InstanceMetadata."),
        };
        return found ?? throw profile.Unusable($"its credential_source '{kind}' offers no credentials here");
    }

    private static ResolvedCredentials KeysOf(AwsProfile profile) => new(
        new AwsCredentials(profile["aws_access_key_id"]!, profile.Require("aws_secret_access_key"), profile["aws_session_token"] ?? profile["aws_security_token"]),
        profile.ToString());

    private static TimeSpan? DurationOf(AwsProfile profile)
    {
        if (profile["duration_seconds"] is not { } text) return null;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : throw profile.Unusable($"its duration_seconds '{Printable.Of(text)}' is not a number");
    }

    private static ClientAccessException NeedsCode(AwsProfile profile) => profile.Unusable(
        "it has an mfa_serial, so AWS wants a code that has to be asked for",
        $"Run 'aws configure export-credentials --profile {Printable.Of(profile.Name)} --format powershell | Invoke-Expression': it asks for the code and puts the credentials into the environment. Repeat the command without -ProfileName.");

    private static ClientAccessException NeedsAwsLogin(AwsProfile profile) => profile.Unusable(
        "it holds a session of 'aws login' (login_session), which the AWS CLI alone can read",
        $"Run 'aws configure export-credentials --profile {Printable.Of(profile.Name)} --format powershell | Invoke-Expression' and repeat the command without -ProfileName.");
}
