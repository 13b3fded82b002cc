using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// The customer managed policy of home that stops users at once: it denies everything to those whom it lists, in every session
/// of every permission set that references it, open ones included. Statements of others in it are kept.
/// identitystore:UserId is in each session that Identity Center gives a user:
/// https://docs.aws.amazon.com/singlesignon/latest/userguide/using-predefined-attributes.html
/// </summary>
internal sealed record DenyPolicy
{
    /// <summary>The policy's name in home and in every permission set that references it; its path is "/".</summary>
    public const string Name = "crossaccess-deny";

    /// <summary>Characters that are not white space: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html</summary>
    public const int Limit = 6_144;

    private const string Sid = "CrossAccessDeny";
    private const string UserKey = "identitystore:UserId";

    // A policy must say something. No user has this id: the directory's are UUIDs.
    private const string Nobody = "nobody";

    private DenyPolicy()
    {
    }

    /// <summary>The ids of the users who are denied everything, in the identity store.</summary>
    public IReadOnlyList<string> UserIds { get; private init; } = [];

    private IReadOnlyList<JsonObject> Others { get; init; } = [];

    public static DenyPolicy Empty { get; } = new();

    /// <summary>True where somebody else lets it allow something, too.</summary>
    public bool Allows => Others.Any(statement => (string?)statement["Effect"] != "Deny");

    public static string ArnOf(string partition, string homeAccountId) => $"arn:{partition}:iam::{homeAccountId}:policy/{Name}";

    /// <exception cref="ClientAccessException">ResourceExists when our statement was changed by hand.</exception>
    public static DenyPolicy Read(string json)
    {
        IReadOnlyList<JsonObject> statements = PolicyDocument.Parse(json).Statements;
        return new DenyPolicy
        {
            UserIds = [.. statements.Where(IsOurs).SelectMany(UsersOf).Where(id => id != Nobody).Distinct(StringComparer.Ordinal)],
            Others = [.. statements.Where(statement => !IsOurs(statement))],
        };
    }

    public bool Denies(string userId) => UserIds.Contains(userId);

    public DenyPolicy With(string userId) => Denies(userId) ? this : this with { UserIds = [.. UserIds, userId] };

    public DenyPolicy Without(string userId) => this with { UserIds = [.. UserIds.Where(id => id != userId)] };

    /// <exception cref="ClientAccessException">PolicyTooLong.</exception>
    public PolicyDocument ToDocument()
    {
        var document = new PolicyDocument(new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. Others.Select(statement => statement.DeepClone()), Statement()]) });
        if (document.Size <= Limit) return document;
        throw new ClientAccessException(ClientAccessError.PolicyTooLong, $"The policy {Name} with {UserIds.Count} users has {document.Size:N0} characters; IAM allows {Limit:N0}.")
        {
            RecommendedAction = "Lift the deny from those who have no access left: Get-ClientAccess -Denied | Revoke-ClientAccess -Lift",
        };
    }

    private JsonObject Statement() => new()
    {
        ["Sid"] = Sid,
        ["Effect"] = "Deny",
        ["Action"] = "*",
        ["Resource"] = "*",
        ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { [UserKey] = new JsonArray([.. (UserIds.Count == 0 ? [Nobody] : UserIds).Select(id => (JsonNode)id)]) } },
    };

    private static bool IsOurs(JsonObject statement) => (string?)statement["Sid"] == Sid;

    // Whatever somebody added to it must not get lost when it is written again.
    private static IReadOnlyList<string> UsersOf(JsonObject statement)
    {
        string[] users = statement["Condition"]?["StringEquals"]?[UserKey] switch
        {
            JsonArray list when list.All(IsText) => [.. list.Select(id => (string)id!)],
            { } single when IsText(single) => [(string)single!],
            _ => [],
        };
        JsonObject written = new DenyPolicy { UserIds = users }.Statement();
        if (users.Length > 0 && Alone(statement).Equals(Alone(written))) return users;
        throw new ClientAccessException(ClientAccessError.ResourceExists, $"The statement {Sid} of the policy {Name} in home was changed by hand, so it is not touched.")
        {
            RecommendedAction = $"Make another version of it in IAM's console without the statement {Sid}, as the default one, and run the command again: it writes the statement anew.",
        };
    }

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);

    private static PolicyDocument Alone(JsonObject statement) => new(new JsonObject { ["Statement"] = new JsonArray(statement.DeepClone()) });
}
