using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The short name of one of a client's accounts. It stays in the inventory and never enters an AWS name.</summary>
internal static partial class AccountName
{
    public static string Parse(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        if (Pattern().IsMatch(trimmed) && !AccountId.IsValid(trimmed)) return trimmed;
        throw new ClientAccessException(
            ClientAccessError.InvalidText,
            $"'{Printable.Of(trimmed)}' cannot be an account's name: type letters, digits, dots, dashes or underscores, at most 64, such as production. Twelve digits are an account id.");
    }

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}\z")]
    private static partial Regex Pattern();
}
