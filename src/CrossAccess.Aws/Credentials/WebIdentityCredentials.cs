using Amazon.Runtime;

namespace CrossAccess.Aws;

/// <summary>
/// A role for a token that another identity provider wrote into a file, as Kubernetes and CI systems do.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/access-assume-role-web.html"/>.
/// </summary>
internal sealed class WebIdentityCredentials(AwsSettings settings)
{
    /// <returns>Null when the environment names no token file.</returns>
    public async Task<ResolvedCredentials?> FindInEnvironmentAsync(CancellationToken cancellation)
    {
        if (settings.Environment["AWS_WEB_IDENTITY_TOKEN_FILE"] is not { } tokenFile) return null;

        string roleArn = settings.Environment["AWS_ROLE_ARN"] ?? throw new ClientAccessException(
            ClientAccessError.CredentialsNotFound,
            "AWS_WEB_IDENTITY_TOKEN_FILE is set in the environment and AWS_ROLE_ARN is not.")
        {
            RecommendedAction = "Set AWS_ROLE_ARN to the role that trusts the identity provider.",
        };
        return await AssumeAsync(
            "the web identity of the environment (AWS_WEB_IDENTITY_TOKEN_FILE)",
            tokenFile,
            roleArn,
            settings.Environment["AWS_ROLE_SESSION_NAME"],
            profile: null,
            cancellation);
    }

    public Task<ResolvedCredentials> FromProfileAsync(AwsProfile profile, CancellationToken cancellation) => AssumeAsync(
        profile.ToString(),
        profile.Require("web_identity_token_file"),
        profile.Require("role_arn"),
        profile["role_session_name"],
        profile,
        cancellation);

    private async Task<ResolvedCredentials> AssumeAsync(string source, string tokenFile, string roleArn, string? sessionName, AwsProfile? profile, CancellationToken cancellation)
    {
        string token = await ReadTokenAsync(source, settings.Environment.ExpandHome(tokenFile), cancellation);
        var clients = new ServiceClients(settings, new AnonymousAWSCredentials());
        var service = new SecurityTokenService(clients.SecurityToken(RoleRegion.Of(settings, profile, roleArn)), new AwsCalls(source, () => null));
        AwsCredentials credentials = await service.AssumeRoleWithWebIdentityAsync(roleArn, sessionName ?? RoleRegion.NewSessionName(TimeProvider.System), token, duration: null, cancellation);
        return new(credentials, source);
    }

    private static async Task<string> ReadTokenAsync(string source, string tokenFile, CancellationToken cancellation)
    {
        try
        {
            return (await File.ReadAllTextAsync(tokenFile, cancellation)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ClientAccessException(ClientAccessError.CredentialsNotFound, $"The token file of {source} cannot be read: {exception.Message}", exception)
            {
                RecommendedAction = "Check that the identity provider still writes the file, and that this user may read it.",
            };
        }
    }
}
