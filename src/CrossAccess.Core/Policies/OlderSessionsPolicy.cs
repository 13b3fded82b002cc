using System.Diagnostics.CodeAnalysis;
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
    public static PolicyDocument Before(DateTimeOffset time) => Before(Text(time));

    /// <summary>As <see cref="Before(DateTimeOffset)"/>, in force only from a time on, so that one of the sessions can do what is left before.</summary>
    /// <param name="from">UTC, in whole seconds.</param>
    public static PolicyDocument Before(DateTimeOffset time, DateTimeOffset from)
    {
        JsonObject document = Before(time).ToJson();
        document["Statement"]![0]!["Condition"]!["DateGreaterThan"] = new JsonObject { ["aws:CurrentTime"] = Text(from) };
        return new PolicyDocument(document);
    }

    /// <summary>The time before which sessions are denied, UTC; null where the policy says something else, or anything besides.</summary>
    public static DateTimeOffset? TimeOf(string json)
    {
        if (!TryParse(json, out PolicyDocument? policy) || TimeIn(policy) is not { } text || !policy.Equals(Before(text))) return null;
        // The console writes milliseconds, too.
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time : null;
    }

    private static PolicyDocument Before(string time) => new(new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Deny",
            ["Action"] = new JsonArray("*"),
            ["Resource"] = new JsonArray("*"),
            ["Condition"] = new JsonObject { ["DateLessThan"] = new JsonObject { [TimeKey] = time } },
        }),
    });

    private static string Text(DateTimeOffset time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string? TimeIn(PolicyDocument policy) =>
        policy.Statements is [var statement] && new PolicyStatement(statement, hasVariables: true).Conditions is [{ Key: TimeKey, Values: [var time] }] ? time : null;

    private static bool TryParse(string json, [NotNullWhen(true)] out PolicyDocument? policy)
    {
        try
        {
            policy = PolicyDocument.Parse(json);
            return true;
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            policy = null;
            return false;
        }
    }
}
