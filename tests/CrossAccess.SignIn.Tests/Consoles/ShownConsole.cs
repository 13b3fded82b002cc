using System.Net;
using System.Text.RegularExpressions;

namespace CrossAccess.SignIn.Tests.Consoles;

/// <summary>What the console says of itself: whose it is.</summary>
internal sealed partial record ShownConsole(string AccountId, string Role, string Session, string Page, string Region, string ShownAs)
{
    public static ShownConsole Of(string html)
    {
        Dictionary<string, string> said = Pair().Matches(html).ToDictionary(pair => pair.Groups["name"].Value, pair => WebUtility.HtmlDecode(pair.Groups["value"].Value));
        return new ShownConsole(said["Account"].Split(' ')[0], said["Role"], said["Session"], said["Page"], said["Region"], said["Shown as"]);
    }

    [GeneratedRegex("<dt>(?<name>[^<]+)</dt><dd>(?<value>[^<]*)</dd>", RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();
}
