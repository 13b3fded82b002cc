namespace CrossAccess;

/// <summary>The twelve digits of an AWS account.</summary>
internal static class AccountId
{
    public const int Length = 12;

    public static bool IsValid(string? text) => text is { Length: Length } && text.All(char.IsAsciiDigit);

    /// <summary>Returns the id, or says what is wrong with it. Spreadsheets drop leading zeros: the message shows the id they may have meant.</summary>
    public static string Parse(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        if (IsValid(trimmed)) return trimmed;

        string hint = trimmed.Length is > 7 and < Length && trimmed.All(char.IsAsciiDigit)
            ? $" A spreadsheet may have dropped leading zeros: is it '{trimmed.PadLeft(Length, '0')}'?"
            : " Type it as 12 digits, such as 222222222222, without spaces or dashes.";
        throw new ClientAccessException(ClientAccessError.InvalidAccountId, $"'{Printable.Of(trimmed)}' is not an AWS account id.{hint}");
    }
}
