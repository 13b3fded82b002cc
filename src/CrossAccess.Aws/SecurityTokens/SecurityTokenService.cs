using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace CrossAccess.Aws;

/// <summary>AWS STS. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html"/>.</summary>
internal sealed class SecurityTokenService(AmazonSecurityTokenServiceClient client, AwsCalls calls) : ISecurityTokenService
{
    public async Task<AwsCredentials> AssumeRoleAsync(RoleAssumption assumption, CancellationToken cancellation)
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = assumption.RoleArn,
            RoleSessionName = assumption.SessionName,
            ExternalId = assumption.ExternalId,
            SourceIdentity = assumption.SourceIdentity,
            DurationSeconds = assumption.Duration is { } duration ? (int)duration.TotalSeconds : null,
        };
        AssumeRoleResponse response = await calls.RunAsync("sts:AssumeRole", () => client.AssumeRoleAsync(request, cancellation), cancellation, assumption.RoleArn);
        return CredentialsOf(response.Credentials!);
    }

    public async Task<AwsCredentials> AssumeRoleWithWebIdentityAsync(string roleArn, string sessionName, string token, TimeSpan? duration, CancellationToken cancellation)
    {
        var request = new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = roleArn,
            RoleSessionName = sessionName,
            WebIdentityToken = token,
            DurationSeconds = duration is { } length ? (int)length.TotalSeconds : null,
        };
        AssumeRoleWithWebIdentityResponse response = await calls.RunAsync(
            "sts:AssumeRoleWithWebIdentity",
            () => client.AssumeRoleWithWebIdentityAsync(request, cancellation),
            cancellation,
            roleArn);
        return CredentialsOf(response.Credentials!);
    }

    public async Task<CallerIdentity> GetCallerAsync(CancellationToken cancellation)
    {
        GetCallerIdentityResponse caller = await calls.RunAsync("sts:GetCallerIdentity", () => client.GetCallerIdentityAsync(new(), cancellation), cancellation);
        return new CallerIdentity(caller.Account!, caller.Arn!, caller.UserId!);
    }

    private static AwsCredentials CredentialsOf(Credentials credentials) => new(
        credentials.AccessKeyId!,
        credentials.SecretAccessKey!,
        credentials.SessionToken,
        credentials.Expiration is { } expiration ? new DateTimeOffset(expiration.ToUniversalTime()) : null);
}
