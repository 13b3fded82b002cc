using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>A client's key: ASCII letters and digits with at least one letter, unique whatever the case. It enters AWS names.</summary>
internal static partial class ClientName
{
    public static bool IsValid(string? text) => text is not null && Pattern().IsMatch(text);

    public static string Parse(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        if (IsValid(trimmed)) return trimmed;
        throw new ClientAccessException(
            ClientAccessError.InvalidClientName,
            $"'{Printable.Of(trimmed)}' cannot be a client's name: type ASCII letters and digits with at least one letter, such as AbcCorp. It becomes part of AWS names.");
    }

    [GeneratedRegex(@"\A[0-9]*[A-Za-z][A-Za-z0-9]*\z")]
    private static partial Regex Pattern();
}
