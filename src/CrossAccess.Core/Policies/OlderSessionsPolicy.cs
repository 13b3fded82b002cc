using System.Globalization;
using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// The policy that ends a role's open sessions: a deny of everything for those that were issued before a time. It has the name
/// and the shape that IAM's console gives it with "Revoke active sessions", so that either can take back what the other did.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
/// </summary>
internal static class OlderSessionsPolicy
{
    /// <summary>The inline policy's name in the role.</summary>
    public const string Name = "AWSRevokeOlderSessions";

    private const string TimeKey = "aws:TokenIssueTime";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <param name="time">UTC, in whole seconds: sessions issued before it are denied.</param>
    public static PolicyDocument Before(DateTimeOffset time) => new(new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Deny",
            ["Action"] = new JsonArray("*"),
            ["Resource"] = new JsonArray("*"),
            ["Condition"] = new JsonObject { ["DateLessThan"] = new JsonObject { [TimeKey] = time.ToString(TimeFormat, CultureInfo.InvariantCulture) } },
        }),
    });

    /// <summary>The time before which sessions are denied, UTC; null where the policy says something else.</summary>
    public static DateTimeOffset? TimeOf(string json)
    {
        if (PolicyDocument.Parse(json).Statements is not [var statement] || statement["Condition"]?["DateLessThan"]?[TimeKey] is not JsonValue value) return null;
        // The console writes milliseconds, too.
        return value.TryGetValue(out string? text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time : null;
    }
}
