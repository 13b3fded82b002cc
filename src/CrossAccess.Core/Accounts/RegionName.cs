using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The name of an AWS Region, such as <c>eu-west-1</c>.</summary>
internal static partial class RegionName
{
    /// <summary>Returns the Region, or says that it is none: a Region becomes part of a host name.</summary>
    /// <exception cref="ClientAccessException">RegionNotFound.</exception>
    public static string Parse(string text) => Pattern().IsMatch(text)
        ? text
        : throw new ClientAccessException(ClientAccessError.RegionNotFound, $"'{Printable.Of(text)}' is not an AWS Region. Type it like eu-west-1.");

    [GeneratedRegex(@"\A[a-z]{2,}(-[a-z0-9]+)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
