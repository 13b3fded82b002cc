namespace CrossAccess.Sandbox.Portal;

/// <summary>The grants and the scope that Identity Center's OIDC service gives to command-line clients.</summary>
internal static class OAuthGrants
{
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
    public const string AuthorizationCode = "authorization_code";
    public const string RefreshToken = "refresh_token";
    public const string AccountAccess = "sso:account:access";

    public static IReadOnlyList<string> All { get; } = [DeviceCode, AuthorizationCode, RefreshToken];
}
