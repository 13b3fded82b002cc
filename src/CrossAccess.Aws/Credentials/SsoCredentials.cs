using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSO.Model;

namespace CrossAccess.Aws;

/// <summary>
/// A permission set of Identity Center, by the token that a sign-in left in the cache that AWS tools share.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html"/>.
/// </summary>
internal sealed class SsoCredentials(AwsSettings settings, TimeProvider time)
{
    private const string Operation = "sso:GetRoleCredentials";

    private readonly SsoTokenCache _cache = new(settings.Environment);

    public static bool IsIn(AwsProfile profile) => profile["sso_session"] is not null || profile["sso_start_url"] is not null;

    public async Task<ResolvedCredentials> FromProfileAsync(AwsProfile profile, CancellationToken cancellation)
    {
        string accountId = profile.Require("sso_account_id");
        string roleName = profile.Require("sso_role_name");
        string region = Setting(profile, "sso_region");
        string login = LoginCommand(profile);
        SignInToken token = _cache.Find(profile["sso_session"] ?? Setting(profile, "sso_start_url"))
            ?? throw SignedOut($"No valid sign-in to Identity Center was found for profile '{Printable.Of(profile.Name)}'.", login);
        try
        {
            return new(await AskAsync(token, region, accountId, roleName, profile.ToString(), cancellation), profile.ToString());
        }
        catch (ClientAccessException exception) when (exception.Error is ClientAccessError.SignInRequired)
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

    public async Task<ResolvedCredentials> FromSignInAsync(CredentialSource.PermissionSet set, CancellationToken cancellation)
    {
        SignInToken token = _cache.Read(set.SignInFile) ?? throw SignedOut($"The sign-in '{Printable.Of(set.SignInName)}' to Identity Center is no longer there.", "Connect-CrossAccess", ClientAccessError.SignInRequired);
        token = token with { SessionName = set.SignInName };
        try
        {
            return new(await AskAsync(token, set.SignInRegion, set.AccountId, set.Name, set.ToString(), cancellation), set.ToString());
        }
        catch (ClientAccessException exception) when (exception.Error is ClientAccessError.ClientAccessDenied or ClientAccessError.ResourceNotFound)
        {
            throw exception.As(ClientAccessError.AccessNotGranted, $"Identity Center gives the signed-in user no permission set '{Printable.Of(set.Name)}' in account {set.AccountId}.", "Ask for the assignment.");
        }
    }

    private async Task<AwsCredentials> AskAsync(SignInToken token, string region, string accountId, string roleName, string source, CancellationToken cancellation)
    {
        var renewal = new SignInRenewal(_cache, at => new AccessPortal(settings, at), time);
        SignInToken current = await renewal.CurrentAsync(token, refused: false, cancellation);
        AmazonSSOClient portal = new ServiceClients(settings, new AnonymousAWSCredentials()).AccessPortal(region);
        var calls = new AwsCalls(source, () => accountId);
        try
        {
            return await GetAsync(current);
        }
        // A token may end at the portal before its time; and one that cannot be renewed ends here with the reason.
        catch (ClientAccessException exception) when (exception.Error is ClientAccessError.CredentialsExpired or ClientAccessError.CredentialsInvalid)
        {
            return await GetAsync(await renewal.CurrentAsync(current, refused: true, cancellation));
        }

        async Task<AwsCredentials> GetAsync(SignInToken by)
        {
            var request = new GetRoleCredentialsRequest { AccessToken = by.AccessToken, AccountId = accountId, RoleName = roleName };
            GetRoleCredentialsResponse response = await calls.RunAsync(Operation, () => portal.GetRoleCredentialsAsync(request, cancellation), cancellation, $"permission set '{roleName}'");
            return CredentialsOf(response.RoleCredentials!);
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
        ? $"Connect-CrossAccess -SessionName {Printable.Of(session)}"
        : $"aws sso login --profile {Printable.Of(profile.Name)}";

    private static ClientAccessException SignedOut(string message, string login, ClientAccessError error = ClientAccessError.CredentialsExpired) => new(error, message)
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
