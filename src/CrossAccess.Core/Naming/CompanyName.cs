using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The provider's short name, which begins the name of every remote role.</summary>
internal static partial class CompanyName
{
    public static string Parse(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        if (Pattern().IsMatch(trimmed)) return trimmed.ToLowerInvariant();
        throw new ClientAccessException(
            ClientAccessError.InvalidCompanyName,
            $"'{Printable.Of(trimmed)}' cannot begin the names of roles: type ASCII letters, digits and single dashes, at most 32, such as acme.");
    }

    [GeneratedRegex(@"\A(?=.{1,32}\z)[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex Pattern();
}
