using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// The inline policy of a client permission set: it may assume the client's roles of one tier and name its user to them.
/// Statements of others in the same policy are kept.
/// </summary>
internal sealed class PermissionSetPolicy
{
    /// <summary>Characters that are not white space, for the whole inline policy of a permission set.</summary>
    public const int Limit = 10_240;

    public const string AssumeSid = "CrossAccessAssumeRole";
    private const string SourceIdentitySid = "CrossAccessSetSourceIdentity";

    private const string ReadOwnPolicySid = "CrossAccessReadOwnPolicy";

    private readonly IReadOnlyList<JsonObject> _others;
    private readonly IReadOnlyList<string> _readers;

    private PermissionSetPolicy(IReadOnlyList<string> roleArns, IReadOnlyList<string> readers, IReadOnlyList<JsonObject> others)
    {
        RoleArns = roleArns;
        _readers = readers;
        _others = others;
    }

    public IReadOnlyList<string> RoleArns { get; }

    public static PermissionSetPolicy Empty { get; } = new([], [], []);

    /// <summary>Takes an existing inline policy apart. A plain statement that lets the set assume roles counts as ours.</summary>
    public static PermissionSetPolicy Read(string? json)
    {
        if (json is null) return Empty;
        IReadOnlyList<JsonObject> statements = PolicyDocument.Parse(json).Statements;
        JsonObject[] ours = [.. statements.Where(IsPlainAssumeRole)];
        return new PermissionSetPolicy(
            [.. ours.SelectMany(ResourcesOf).Distinct(StringComparer.Ordinal)],
            [.. statements.Where(statement => SidOf(statement) == ReadOwnPolicySid).SelectMany(ResourcesOf)],
            [.. statements.Where(statement => !IsPlainAssumeRole(statement) && SidOf(statement) is not (SourceIdentitySid or ReadOwnPolicySid))]);
    }

    /// <remarks>A role that a statement of others allows under a condition stays so: a plain statement beside it would undo that.</remarks>
    public PermissionSetPolicy With(string roleArn) =>
        RoleArns.Contains(roleArn) || IsAllowedUnderCondition(roleArn) ? this : new PermissionSetPolicy([.. RoleArns, roleArn], _readers, _others);

    /// <summary>Whether a policy has a statement that this module wrote.</summary>
    public static bool IsOurs(string json) => PolicyDocument.Parse(json).Statements.Any(statement => SidOf(statement) == AssumeSid);

    public PermissionSetPolicy Without(string roleArn) =>
        new([.. RoleArns.Where(arn => arn != roleArn)], _readers, _others);

    /// <summary>True where whoever holds the set may read this policy, and so learn which accounts it reaches.</summary>
    public bool IsReadableByHolder => _readers.Count > 0;

    /// <param name="roleArnPatterns">The set's own role; none: its holder may not read it.</param>
    public PermissionSetPolicy ReadableBy(IReadOnlyList<string> roleArnPatterns) => new(RoleArns, roleArnPatterns, _others);

    /// <exception cref="ClientAccessException">PermissionSetExists when our statement was changed by hand; PolicyTooLong.</exception>
    public PolicyDocument ToDocument()
    {
        if (_others.Any(statement => SidOf(statement) == AssumeSid)) throw ChangedByHand();
        var statements = new JsonArray([.. _others.Select(statement => statement.DeepClone())]);
        if (RoleArns.Count > 0)
        {
            statements.Add(new JsonObject
            {
                ["Sid"] = AssumeSid,
                ["Effect"] = "Allow",
                ["Action"] = "sts:AssumeRole",
                ["Resource"] = Resources(),
            });
            statements.Add(new JsonObject
            {
                ["Sid"] = SourceIdentitySid,
                ["Effect"] = "Allow",
                ["Action"] = "sts:SetSourceIdentity",
                ["Resource"] = Resources(),
                ["Condition"] = new JsonObject { [SourceIdentityCondition.Operator] = SourceIdentityCondition.Create() },
            });
        }
        if (IsReadableByHolder)
        {
            statements.Add(new JsonObject
            {
                ["Sid"] = ReadOwnPolicySid,
                ["Effect"] = "Allow",
                ["Action"] = "iam:GetRolePolicy",
                ["Resource"] = new JsonArray([.. _readers.Select(pattern => (JsonNode)JsonValue.Create(pattern))]),
            });
        }
        var document = new PolicyDocument(new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements });
        if (document.Size <= Limit) return document;
        throw new ClientAccessException(
            ClientAccessError.PolicyTooLong,
            $"The permission set's policy over {RoleArns.Count} roles has {document.Size:N0} characters; Identity Center allows {Limit:N0}.");
    }

    private bool IsAllowedUnderCondition(string roleArn) =>
        _others.Any(statement => statement.Allows() && statement.ContainsKey("Condition") && SidOf(statement) != AssumeSid
            && statement.IsAboutAssumeRole() && statement.Texts("Resource").Contains(roleArn));

    // Whoever put a condition there meant it: a second statement beside it would undo that.
    private static ClientAccessException ChangedByHand() => new(
        ClientAccessError.PermissionSetExists,
        $"The statement {AssumeSid} of the permission set's inline policy was changed by hand, so it is not touched.")
    {
        RecommendedAction = "Give the changed statement another Sid in Identity Center, and run the command again.",
    };

    private JsonNode Resources() => RoleArns.Count == 1
        ? JsonValue.Create(RoleArns[0])
        : new JsonArray([.. RoleArns.Order(StringComparer.Ordinal).Select(arn => (JsonNode)JsonValue.Create(arn))]);

    private static bool IsPlainAssumeRole(JsonObject statement) =>
        (string?)statement["Effect"] == "Allow"
        && !statement.ContainsKey("Condition")
        && statement["Action"] is { } action
        && TextsOf(action) is [var only]
        && only.Equals("sts:AssumeRole", StringComparison.OrdinalIgnoreCase)
        && statement.ContainsKey("Resource");

    private static IEnumerable<string> ResourcesOf(JsonObject statement) => TextsOf(statement["Resource"]!);

    private static IReadOnlyList<string> TextsOf(JsonNode node) =>
        node is JsonArray list ? [.. list.Select(item => (string)item!)] : [(string)node!];

    private static string? SidOf(JsonObject statement) => (string?)statement["Sid"];
}
