using System.Globalization;
using System.Management.Automation;

namespace CrossAccess.Sessions;

/// <summary>What the prompt says of the entered role. For the function that stands around the user's own prompt function.</summary>
public static class ClientRolePrompt
{
    private const string Reset = "\u001b[0m";
    private const string Alarming = "\u001b[1;97;41m";
    private const string Ending = "\u001b[33m";
    private const string Ordinary = "\u001b[36m";

    // What the console shows where a prompt function gives nothing.
    private const string NoPrompt = "PS> ";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>The user's prompt with the innermost role before it; where no role is entered, the user's prompt.</summary>
    /// <param name="prompt">What the user's prompt function gave; of several things the first, as the console takes it.</param>
    /// <param name="isStyled">Whether the console renders colours.</param>
    public static string Around(object? prompt, bool isStyled)
    {
        string users = LanguagePrimitives.GetEnumerable(prompt) is { } several ? several.Cast<object?>().FirstOrDefault()?.ToString() ?? "" : prompt?.ToString() ?? "";
        if (EnteredRoles.OfProcess.Roles is not [{ } role, ..]) return users;
        return $"{SegmentOf(role, isStyled, CredentialClock.OfProcess.GetUtcNow())} {(users.Length == 0 ? NoPrompt : users)}";
    }

    private static string SegmentOf(EnteredRole role, bool isStyled, DateTimeOffset now)
    {
        RoleSession session = role.Session;
        string client = session.AccountName is { } account ? $"{session.Client}/{account}" : session.Client;
        // Where there are no colours, capitals.
        string tier = session.IsAdministrator && !isStyled ? session.Tier.ToUpperInvariant() : session.Tier;
        string segment = $"[{client} {tier} {TimeLeft(role, now)}]";
        if (!isStyled) return segment;
        string style = session.IsAdministrator ? Alarming : role.Served is null && session.Expiration - now <= Soon ? Ending : Ordinary;
        return style + segment + Reset;
    }

    private static string TimeLeft(EnteredRole role, DateTimeOffset now)
    {
        TimeSpan left = role.Session.Expiration - now;
        string minutes = left > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalMinutes}m") : "ended";
        return role.Served switch
        {
            null => minutes,
            { Until: { } until } when until <= now => "ended",
            { Failure: not null } => $"{minutes}, not renewed",
            // Whoever asks for it is given a new one.
            _ => left > TimeSpan.Zero ? $"{minutes} auto" : "auto",
        };
    }
}
