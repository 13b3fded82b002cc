using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// The inline policy of a client permission set: it may assume the client's roles of one tier and name its user to them, and
/// it ends the access of those users who were given it for a time, or of everybody while a client is off-boarded. Statements
/// of others in the same policy are kept.
/// </summary>
internal sealed record PermissionSetPolicy
{
    /// <summary>Characters that are not white space, for the whole inline policy of a permission set.</summary>
    public const int Limit = 10_240;

    public const string AssumeSid = "CrossAccessAssumeRole";
    private const string SourceIdentitySid = "CrossAccessSetSourceIdentity";

    private const string ReadOwnPolicySid = "CrossAccessReadOwnPolicy";

    private PermissionSetPolicy()
    {
    }

    /// <summary>True where the policy would have no statement, which AWS refuses.</summary>
    public bool IsEmpty => RoleArns.Count + Ends.Count + Readers.Count + Others.Count == 0 && Denial is null;

    public IReadOnlyList<string> RoleArns { get; private init; } = [];

    /// <summary>When the access of which user ends; no user twice.</summary>
    public IReadOnlyList<AccessEnd> Ends { get; private init; } = [];

    /// <summary>The deny of every entry, by which an off-boarding begins; null: there is none.</summary>
    public EntryDenial? Denial { get; private init; }

    private IReadOnlyList<string> Readers { get; init; } = [];

    private IReadOnlyList<JsonObject> Others { get; init; } = [];

    public static PermissionSetPolicy Empty { get; } = new();

    /// <summary>Takes an existing inline policy apart. A plain statement that lets the set assume roles counts as ours.</summary>
    public static PermissionSetPolicy Read(string? json)
    {
        if (json is null) return Empty;
        IReadOnlyList<JsonObject> statements = PolicyDocument.Parse(json).Statements;
        return new PermissionSetPolicy
        {
            RoleArns = [.. statements.Where(IsPlainAssumeRole).SelectMany(ResourcesOf).Distinct(StringComparer.Ordinal)],
            Ends = [.. statements.SelectMany(statement => AccessEndStatement.Read(statement) ?? [])],
            Denial = statements.Select(EntryDenialStatement.Read).FirstOrDefault(denial => denial is not null),
            Readers = [.. statements.Where(statement => SidOf(statement) == ReadOwnPolicySid).SelectMany(ResourcesOf)],
            Others = [.. statements.Where(statement => !IsPlainAssumeRole(statement) && SidOf(statement) is not (SourceIdentitySid or ReadOwnPolicySid) && AccessEndStatement.Read(statement) is null && EntryDenialStatement.Read(statement) is null)],
        };
    }

    /// <remarks>A role that a statement of others allows under a condition stays so: a plain statement beside it would undo that.</remarks>
    public PermissionSetPolicy With(string roleArn) =>
        RoleArns.Contains(roleArn) || IsAllowedUnderCondition(roleArn) ? this : this with { RoleArns = [.. RoleArns, roleArn] };

    /// <summary>Whether a policy has a statement that this module wrote.</summary>
    public static bool IsOurs(string json) => PolicyDocument.Parse(json).Statements.Any(statement => SidOf(statement) == AssumeSid);

    public PermissionSetPolicy Without(string roleArn) => this with { RoleArns = [.. RoleArns.Where(arn => arn != roleArn)] };

    /// <summary>When that user's access ends; null: it does not end by this policy.</summary>
    public AccessEnd? EndOf(string userId) => Ends.FirstOrDefault(end => end.UserId == userId);

    /// <summary>With an end in the place of the one that the user has, if any.</summary>
    public PermissionSetPolicy With(AccessEnd end) => this with { Ends = [.. WithoutEnd(end.UserId).Ends, end] };

    public PermissionSetPolicy WithoutEnd(string userId) => this with { Ends = [.. Ends.Where(end => end.UserId != userId)] };

    /// <param name="exceptUserId">The aws:userid of the one who may still enter; null: nobody may.</param>
    public PermissionSetPolicy DenyingEntry(string? exceptUserId) => this with { Denial = new EntryDenial(exceptUserId) };

    public PermissionSetPolicy AllowingEntry() => this with { Denial = null };

    /// <summary>True where whoever holds the set may read this policy, and so learn which accounts it reaches.</summary>
    public bool IsReadableByHolder => Readers.Count > 0;

    /// <param name="roleArnPatterns">The set's own role; none: its holder may not read it.</param>
    public PermissionSetPolicy ReadableBy(IReadOnlyList<string> roleArnPatterns) => this with { Readers = roleArnPatterns };

    /// <exception cref="ClientAccessException">PermissionSetExists when our statement was changed by hand; PolicyTooLong.</exception>
    public PolicyDocument ToDocument()
    {
        if (Others.FirstOrDefault(statement => SidOf(statement) == AssumeSid || AccessEndStatement.IsOurs(statement) || EntryDenialStatement.IsOurs(statement)) is { } changed) throw ChangedByHand(SidOf(changed)!);
        JsonObject[] statements = [.. Others.Select(statement => statement.DeepClone().AsObject()), .. RoleStatements(), .. AccessEndStatement.Create(Ends), .. Denial is null ? Array.Empty<JsonObject>() : [EntryDenialStatement.Create(Denial)]];
        var document = new PolicyDocument(new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) });
        return document.Size <= Limit ? document : throw TooLong(document);
    }

    private IEnumerable<JsonObject> RoleStatements()
    {
        if (RoleArns.Count > 0)
        {
            yield return new JsonObject
            {
                ["Sid"] = AssumeSid,
                ["Effect"] = "Allow",
                ["Action"] = "sts:AssumeRole",
                ["Resource"] = Resources(),
            };
            yield return new JsonObject
            {
                ["Sid"] = SourceIdentitySid,
                ["Effect"] = "Allow",
                ["Action"] = "sts:SetSourceIdentity",
                ["Resource"] = Resources(),
                ["Condition"] = new JsonObject { [SourceIdentityCondition.Operator] = SourceIdentityCondition.Create() },
            };
        }
        if (IsReadableByHolder)
        {
            yield return new JsonObject
            {
                ["Sid"] = ReadOwnPolicySid,
                ["Effect"] = "Allow",
                ["Action"] = "iam:GetRolePolicy",
                ["Resource"] = new JsonArray([.. Readers.Select(pattern => (JsonNode)JsonValue.Create(pattern))]),
            };
        }
    }

    private bool IsAllowedUnderCondition(string roleArn) =>
        Others.Select(statement => new PolicyStatement(statement, hasVariables: true)).Any(statement => statement.IsAllow && statement.Conditions.Count > 0 && statement.Sid != AssumeSid
            && statement.CoversAction(AwsActions.AssumeRole) && statement.Resources.Contains(roleArn));

    private ClientAccessException TooLong(PolicyDocument document) => Ends.Count == 0
        ? new ClientAccessException(
            ClientAccessError.PolicyTooLong,
            $"The permission set's policy over {RoleArns.Count} roles has {document.Size:N0} characters; Identity Center allows {Limit:N0}.")
        : new ClientAccessException(
            ClientAccessError.PolicyTooLong,
            $"The permission set's policy over {RoleArns.Count} roles, with the ends of {Ends.Count} users' access, has {document.Size:N0} characters; Identity Center allows {Limit:N0}.")
        {
            RecommendedAction = "Take out the ends that are over: Revoke-ClientAccess -Expired. Users of one command end at one time and share a statement.",
        };

    // Whoever put a condition there meant it: a second statement beside it would undo that.
    private static ClientAccessException ChangedByHand(string sid) => new(
        ClientAccessError.PermissionSetExists,
        $"The statement {Printable.Of(sid)} of the permission set's inline policy was changed by hand, so it is not touched.")
    {
        RecommendedAction = "To have it as this module writes it, delete the changed statement in Identity Center and run the command again. To keep it, give it another Sid.",
    };

    private JsonNode Resources() => RoleArns.Count == 1
        ? JsonValue.Create(RoleArns[0])
        : new JsonArray([.. RoleArns.Order(StringComparer.Ordinal).Select(arn => (JsonNode)JsonValue.Create(arn))]);

    private static bool IsPlainAssumeRole(JsonObject statement) =>
        (string?)statement["Effect"] == "Allow"
        && !statement.ContainsKey("Condition")
        && statement["Action"] is { } action
        && PolicyStatement.TextsOf(action) is [var only]
        && only.Equals(AwsActions.AssumeRole, StringComparison.OrdinalIgnoreCase)
        && statement.ContainsKey("Resource");

    private static IEnumerable<string> ResourcesOf(JsonObject statement) => PolicyStatement.TextsOf(statement["Resource"]);

    private static string? SidOf(JsonObject statement) => (string?)statement["Sid"];
}
