namespace CrossAccess;

/// <summary>The address of an access portal, such as <c>https://acme.awsapps.com/start</c>.</summary>
internal static class PortalUrl
{
    /// <summary>The address without the ends that browsers add.</summary>
    /// <exception cref="ClientAccessException">InvalidText.</exception>
    public static string Parse(string text)
    {
        string trimmed = Trimmed(text);
        bool isPlain = trimmed.All(character => character is > ' ' and <= '~');
        if (isPlain && Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttps && url.Query.Length == 0 && url.UserInfo.Length == 0) return trimmed;
        throw new ClientAccessException(
            ClientAccessError.InvalidText,
            $"'{Printable.Of(trimmed)}' is not the address of an access portal. Type it like https://acme.awsapps.com/start");
    }

    public static bool AreSame(string one, string other) => Trimmed(one).Equals(Trimmed(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The first label of the host: what a sign-in is called where nobody named it.</summary>
    public static string? NameIn(string startUrl) =>
        Uri.TryCreate(startUrl, UriKind.Absolute, out Uri? url) && url.HostNameType == UriHostNameType.Dns ? url.Host.Split('.')[0] : null;

    private static string Trimmed(string text)
    {
        string trimmed = text.Trim();
        int fragment = trimmed.IndexOf('#', StringComparison.Ordinal);
        return (fragment < 0 ? trimmed : trimmed[..fragment]).TrimEnd('/');
    }
}
