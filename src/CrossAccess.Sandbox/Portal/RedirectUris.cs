using System.Net;

namespace CrossAccess.Sandbox.Portal;

/// <summary>Where an authorization code may be sent (RFC 8252 §7.3: a loopback address is registered without its port and used with any).</summary>
internal static class RedirectUris
{
    /// <summary>The URI that a client may register, or null: https, or http on the loopback address itself.</summary>
    public static Uri? Registrable(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            return null;
        return uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri)) ? uri : null;
    }

    /// <summary>The URI to use, when the client has registered it.</summary>
    public static Uri? Registered(RegisteredClient client, string? text)
        => text is not null && Registrable(text) is { } uri && client.RedirectUris.Any(registered => IsSame(registered, uri)) ? uri : null;

    private static bool IsSame(Uri registered, Uri used)
        => registered.Scheme == used.Scheme
            && registered.Host == used.Host
            && registered.PathAndQuery == used.PathAndQuery
            && (registered.Port == used.Port || (registered.Scheme == Uri.UriSchemeHttp && IsLoopback(registered)));

    private static bool IsLoopback(Uri uri) => IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address);
}
