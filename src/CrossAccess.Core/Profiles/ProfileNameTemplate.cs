using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>How client profiles are named: text with placeholders, such as <c>{Client}-{Tier}</c>.</summary>
internal sealed partial class ProfileNameTemplate
{
    private static readonly string[] Placeholders = ["Client", "Tier", "Account", "AccountName", "AccountId", "Company"];

    private readonly string? _text;

    private ProfileNameTemplate(string? text) => _text = text;

    /// <param name="text">Null: client and tier, and the account where the client has several.</param>
    /// <exception cref="ClientAccessException">InvalidNameTemplate.</exception>
    public static ProfileNameTemplate Parse(string? text)
    {
        if (text is null) return new ProfileNameTemplate(null);

        foreach (string name in Pattern().Matches(text).Select(match => match.Groups["name"].Value))
        {
            if (!Placeholders.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw Invalid(text, $"knows no placeholder {{{Printable.Of(name)}}}");
        }
        string literal = Pattern().Replace(text, "x");
        return ProfileName.IsValid(literal) ? new ProfileNameTemplate(text) : throw Invalid(text, $"may have {ProfileName.Characters} besides its placeholders");
    }

    /// <param name="hasOneAccount">Whether the client has this account alone.</param>
    /// <exception cref="ClientAccessException">InvalidNameTemplate.</exception>
    public string NameOf(RoleTarget target, string company, bool hasOneAccount)
    {
        string text = _text ?? (hasOneAccount ? "{Client}-{Tier}" : "{Client}-{Account}-{Tier}");
        string name = Pattern().Replace(text, match => match.Groups["name"].Value.ToUpperInvariant() switch
        {
            "CLIENT" => target.Client,
            "TIER" => target.Tier,
            "ACCOUNTID" => target.AccountId,
            "ACCOUNTNAME" => target.AccountName ?? throw NoName(target),
            // A name of letters that a profile's name cannot have gives way to the id, which always can.
            "ACCOUNT" => target.AccountName is { } accountName && ProfileName.IsValid(accountName) ? accountName : target.AccountId,
            _ => company,
        });
        return ProfileName.IsValid(name)
            ? name
            : throw new ClientAccessException(ClientAccessError.InvalidNameTemplate, $"'{Printable.Of(name)}' cannot name the profile of {target.Client} {target.Tier} in {target.AccountId}: a profile's name has {ProfileName.Characters}, and is not 'default'.")
            {
                RecommendedAction = "Use {AccountId} or {Account} in -NameTemplate: the latter takes the id where the name will not do.",
            };
    }

    private static ClientAccessException NoName(RoleTarget target) =>
        new(ClientAccessError.InvalidNameTemplate, $"Account {target.AccountId} of {target.Client} has no name that {{AccountName}} could stand for.")
        {
            RecommendedAction = "Use {Account} in -NameTemplate: it takes the id where there is no name. New-RemoteAccessRole -AccountName gives the account one.",
        };

    private static ClientAccessException Invalid(string text, string why) =>
        new(ClientAccessError.InvalidNameTemplate, $"The name template '{Printable.Of(text)}' {why}.")
        {
            RecommendedAction = $"Type it like '{{Client}}-{{Tier}}', with {string.Join(", ", Placeholders.Select(name => $"{{{name}}}"))}.",
        };

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
