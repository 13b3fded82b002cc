using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The address of a page of the console. Whatever is named, it leads nowhere but to the console of the role's partition.</summary>
internal static partial class ConsoleDestination
{
    // Together with the rest of a sign-in's address it must stay within what browsers take.
    private const int Longest = 2000;
    private const string HomePath = "/console/home";

    /// <param name="region">The Region where the page names none.</param>
    /// <param name="accountId">The account whose console it is.</param>
    /// <exception cref="ClientAccessException">InvalidText, RegionNotFound, AccountMismatch, RequestRejected.</exception>
    public static string Of(ConsolePage page, ConsoleHosts hosts, string region, string accountId)
    {
        if (page.Destination is not { } given)
            return WithRegion(hosts.Console + (page.Service is { } service ? ConsoleServices.PathOf(service) : HomePath), page.Region ?? region, isAsked: false);
        if (page.Service is not null)
            throw new ClientAccessException(ClientAccessError.RequestRejected, "Name the page in one way: -Service or -Destination.");
        return WithRegion(AddressOf(given.Trim(), hosts, accountId), page.Region ?? region, isAsked: page.Region is not null);
    }

    private static string AddressOf(string given, ConsoleHosts hosts, string accountId)
    {
        if (given.Length > Longest || !Printing().IsMatch(given)) throw NotAPage(given, hosts);
        // Two slashes would begin another host's name.
        string address = given.StartsWith('/') && !given.StartsWith("//", StringComparison.Ordinal) ? hosts.Console + given : given;
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url) || url.UserInfo.Length > 0) throw NotAPage(given, hosts);
        if (url.AbsoluteUri.StartsWith(hosts.Console + "/", StringComparison.Ordinal)) return url.AbsoluteUri;
        if (url.Scheme != Uri.UriSchemeHttps || !url.IsDefaultPort || !IsOfConsole(url.Host, hosts)) throw NotAPage(given, hosts);

        // What stands in for AWS stands in for every host of the console.
        bool isReal = hosts.Console.EndsWith("." + hosts.ConsoleDomain, StringComparison.Ordinal);
        string host = WithoutSession(url.Host, accountId);
        return (isReal ? $"https://{host}" : hosts.Console) + url.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);
    }

    private static bool IsOfConsole(string host, ConsoleHosts hosts) =>
        host == hosts.ConsoleDomain || host.EndsWith("." + hosts.ConsoleDomain, StringComparison.Ordinal);

    // An address that is copied from the console may name the session that it was seen in, and so its account:
    // https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html
    private static string WithoutSession(string host, string accountId)
    {
        Match session = SessionHost().Match(host);
        if (!session.Success) return host;
        if (session.Groups["account"].Value == accountId) return session.Groups["rest"].Value;
        throw new ClientAccessException(ClientAccessError.AccountMismatch, $"That page is of account {session.Groups["account"].Value}, and the console to open is of account {accountId}.")
        {
            RecommendedAction = "Name the page without its account: -Destination /s3/home, for instance",
        };
    }

    private static string WithRegion(string address, string region, bool isAsked)
    {
        RegionName.Parse(region);
        string[] parts = address.Split('#', 2);
        Match named = RegionField().Match(parts[0]);
        if (named.Success && isAsked && named.Groups["region"].Value != region)
            throw new ClientAccessException(ClientAccessError.RequestRejected, $"The page names Region {Printable.Of(named.Groups["region"].Value)}, and -Region names {region}. Leave one of them out.");
        string page = named.Success ? parts[0] : $"{parts[0]}{(parts[0].Contains('?', StringComparison.Ordinal) ? '&' : '?')}region={region}";
        return parts is [_, var fragment] ? $"{page}#{fragment}" : page;
    }

    private static ClientAccessException NotAPage(string given, ConsoleHosts hosts) => new(
        ClientAccessError.InvalidText,
        $"'{Printable.Of(given)}' is not a page of the console of partition {hosts.Partition}. Type a path such as /s3/home, or an address such as https://{hosts.ConsoleDomain}/s3/home, of at most {Longest} characters.");

    [GeneratedRegex(@"\A[\x21-\x5B\x5D-\x7E]+\z")]
    private static partial Regex Printing();

    [GeneratedRegex(@"\A(?<account>[0-9]{12})-[a-z0-9]+\.(?<rest>.+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SessionHost();

    [GeneratedRegex(@"[?&]region=(?<region>[^&]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionField();
}
