using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// The colour that the console shows a role in: six hexadecimal digits. It takes its own palette alone, which changes with the
/// console's design; one that it does not know it leaves out.
/// </summary>
internal static partial class SwitchRoleColor
{
    // As of 2024; no document of AWS lists them.
    public static IReadOnlyDictionary<string, string> Named { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Red"] = "f2b0a9",
        ["Orange"] = "fbc8aa",
        ["Yellow"] = "efda95",
        ["Green"] = "b7ca9d",
        ["Blue"] = "83d4e8",
    };

    /// <summary>Whatever may do everything stands out.</summary>
    public static string DefaultOf(AccessTier? tier) => Named[tier switch
    {
        { Tier: "Administrator" } => "Red",
        not null when tier.ManagedPolicyArn.Any(arn => arn.EndsWith("/AdministratorAccess", StringComparison.Ordinal)) => "Red",
        { Tier: "DevOps" } => "Orange",
        { Tier: "ReadOnly" } => "Green",
        _ => "Blue",
    }];

    /// <exception cref="ClientAccessException">InvalidText.</exception>
    public static string Parse(string text)
    {
        string trimmed = text.Trim();
        if (Named.TryGetValue(trimmed, out string? digits)) return digits;
        if (Digits().Match(trimmed) is { Success: true } match) return match.Groups["digits"].Value.ToLowerInvariant();
        throw new ClientAccessException(ClientAccessError.InvalidText, $"'{Printable.Of(trimmed)}' is not a colour. Type {string.Join(", ", Named.Keys)}, or six hexadecimal digits such as {Named["Red"]}.");
    }

    [GeneratedRegex(@"\A#?(?<digits>[0-9A-Fa-f]{6})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
