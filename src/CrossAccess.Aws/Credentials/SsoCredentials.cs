using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSO.Model;

namespace CrossAccess.Aws;

/// <summary>
/// A permission set of Identity Center, by the token that 'aws sso login' left in the cache that AWS tools share.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html"/>.
/// </summary>
internal sealed class SsoCredentials(AwsSettings settings, TimeProvider time)
{
    private const string Operation = "sso:GetRoleCredentials";

    public static bool IsIn(AwsProfile profile) => profile["sso_session"] is not null || profile["sso_start_url"] is not null;

    public async Task<ResolvedCredentials> FromProfileAsync(AwsProfile profile, CancellationToken cancellation)
    {
        string accountId = profile.Require("sso_account_id");
        string roleName = profile.Require("sso_role_name");
        string region = Setting(profile, "sso_region");
        string login = LoginCommand(profile);
        string token = SsoTokenCache.Find(settings.Environment, profile["sso_session"] ?? Setting(profile, "sso_start_url"), time)
            ?? throw SignedOut($"No valid sign-in to Identity Center was found for profile '{Printable.Of(profile.Name)}'.", login);

        AmazonSSOClient portal = new ServiceClients(settings, new AnonymousAWSCredentials()).AccessPortal(region);
        var calls = new AwsCalls(profile.ToString(), () => accountId);
        var request = new GetRoleCredentialsRequest { AccessToken = token, AccountId = accountId, RoleName = roleName };
        try
        {
            GetRoleCredentialsResponse response = await calls.RunAsync(Operation, () => portal.GetRoleCredentialsAsync(request, cancellation), cancellation, $"permission set '{roleName}'");
            return new(CredentialsOf(response.RoleCredentials!), profile.ToString());
        }
        catch (ClientAccessException exception) when (exception.Error is ClientAccessError.CredentialsExpired or ClientAccessError.CredentialsInvalid)
        {
            throw exception.As(ClientAccessError.CredentialsExpired, $"The sign-in to Identity Center has ended for profile '{Printable.Of(profile.Name)}'.", $"Run '{login}' and repeat the command.");
        }
        catch (ClientAccessException exception) when (exception.Error is ClientAccessError.ClientAccessDenied or ClientAccessError.ResourceNotFound)
        {
            throw exception.As(
                ClientAccessError.ClientAccessDenied,
                $"Identity Center gives the signed-in user no permission set '{Printable.Of(roleName)}' in account {accountId} (profile '{Printable.Of(profile.Name)}').",
                "Ask for the assignment, or correct sso_account_id and sso_role_name in the profile.");
        }
    }

    /// <summary>A setting of the profile's sso-session, or of the profile itself where it is written in the old way.</summary>
    private string Setting(AwsProfile profile, string key)
    {
        if (profile["sso_session"] is not { } name) return profile.Require(key);

        IReadOnlyDictionary<string, string> session = settings.Configuration.FindSsoSession(name)
            ?? throw profile.Unusable($"its sso_session '{Printable.Of(name)}' does not exist", $"Run 'aws configure sso-session' to make [sso-session {Printable.Of(name)}].");
        return session.TryGetValue(key, out string? value) && value.Length > 0
            ? value
            : throw profile.Unusable($"[sso-session {Printable.Of(name)}] has no '{key}'", $"Add '{key}' to the section.");
    }

    private static string LoginCommand(AwsProfile profile) => profile["sso_session"] is { } session
        ? $"aws sso login --sso-session {Printable.Of(session)}"
        : $"aws sso login --profile {Printable.Of(profile.Name)}";

    private static ClientAccessException SignedOut(string message, string login) => new(ClientAccessError.CredentialsExpired, message)
    {
        RecommendedAction = $"Run '{login}' and repeat the command.",
    };

    private static AwsCredentials CredentialsOf(RoleCredentials credentials) => new(
        credentials.AccessKeyId!,
        credentials.SecretAccessKey!,
        credentials.SessionToken,
        // The portal counts milliseconds where every other service counts seconds.
        credentials.Expiration is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null);
}
