using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>An IAM policy as JSON. Two documents are equal when AWS would read them alike.</summary>
internal sealed class PolicyDocument : IEquatable<PolicyDocument>
{
    // Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
    private static readonly string[] ListsOfText = ["Action", "NotAction", "Resource", "NotResource"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _document;
    private readonly Lazy<string> _canonical;

    internal PolicyDocument(JsonObject document)
    {
        _document = document;
        _canonical = new Lazy<string>(() => Canonical(_document).ToJsonString());
    }

    /// <summary>The number of characters that AWS counts: all but white space.</summary>
    public int Size => ToString().Count(character => !char.IsWhiteSpace(character));

    /// <summary>AWS reads a document without one as the oldest.</summary>
    public string GrammarVersion => (string?)_document["Version"] ?? "2008-10-17";

    public IReadOnlyList<JsonObject> Statements => [.. StatementsOf(_document)];

    /// <summary>Reads a policy of an identity (a role's or a permission set's own), or says what is wrong with it.</summary>
    public static PolicyDocument ParseIdentityPolicy(string json)
    {
        PolicyDocument policy = Parse(json);
        foreach (JsonObject statement in policy.Statements)
        {
            if (statement.ContainsKey("Principal") || statement.ContainsKey("NotPrincipal"))
                throw Invalid("an identity's policy names no Principal: the role itself is the principal");
            if (statement.ContainsKey("Resource") == statement.ContainsKey("NotResource"))
                throw Invalid("each statement needs either Resource or NotResource");
        }
        return policy;
    }

    public static PolicyDocument Parse(string json)
    {
        try
        {
            return Check(ParseObject(json));
        }
        catch (ArgumentException e)
        {
            // JsonObject finds a repeated key when it is first read.
            throw Invalid("it names a key twice", e);
        }
    }

    private static PolicyDocument Check(JsonObject document)
    {
        if (document["Version"] is { } version && !IsText(version, "2012-10-17", "2008-10-17"))
            throw Invalid("\"Version\" must be \"2012-10-17\"");

        JsonObject[] statements = [.. StatementsOf(document)];
        if (statements.Length == 0) throw Invalid("it has no \"Statement\"");
        foreach (JsonObject statement in statements)
        {
            if (!IsText(statement["Effect"], "Allow", "Deny")) throw Invalid("each statement needs \"Effect\": \"Allow\" or \"Deny\"");
            if (statement.ContainsKey("Action") == statement.ContainsKey("NotAction")) throw Invalid("each statement needs either Action or NotAction");
        }
        var policy = new PolicyDocument(document);
        _ = policy._canonical.Value;
        return policy;
    }

    public bool Equals(PolicyDocument? other) => other is not null && _canonical.Value == other._canonical.Value;

    public override bool Equals(object? obj) => Equals(obj as PolicyDocument);

    public override int GetHashCode() => _canonical.Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The document without white space, as it is sent.</summary>
    public override string ToString() => _document.ToJsonString(Readable);

    /// <summary>A copy of the document.</summary>
    public JsonObject ToJson() => _document.DeepClone().AsObject();

    private static JsonObject ParseObject(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict) as JsonObject ?? throw Invalid("it is not a JSON object");
        }
        catch (JsonException e)
        {
            throw Invalid($"it is not JSON (line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1})", e);
        }
    }

    private static IEnumerable<JsonObject> StatementsOf(JsonObject document) => document["Statement"] switch
    {
        JsonObject single => [single],
        JsonArray many when many.All(node => node is JsonObject) => many.Select(node => node!.AsObject()),
        null => [],
        _ => throw Invalid("\"Statement\" must be an object or a list of objects"),
    };

    private static bool IsText(JsonNode? node, params ReadOnlySpan<string> accepted) =>
        node is JsonValue value && value.TryGetValue(out string? text) && accepted.Contains(text);

    // AWS reads "x" and ["x"] alike, and neither the order of a list nor the case of an action matters.
    private static JsonObject Canonical(JsonObject document)
    {
        var statements = StatementsOf(document).Select(CanonicalStatement).OrderBy(node => node.ToJsonString(), StringComparer.Ordinal);
        var result = new JsonObject { ["Statement"] = new JsonArray([.. statements]) };
        foreach ((string key, JsonNode? value) in document.Where(pair => pair.Key != "Statement"))
            result[key] = value?.DeepClone();
        return Sorted(result);
    }

    private static JsonObject CanonicalStatement(JsonObject statement)
    {
        var result = new JsonObject();
        foreach ((string key, JsonNode? value) in statement.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            result[key] = key switch
            {
                _ when ListsOfText.Contains(key) => SortedList(value, lowerCase: key.EndsWith("Action", StringComparison.Ordinal)),
                "Principal" or "NotPrincipal" when value is JsonObject principals => EachSorted(principals),
                "Condition" when value is JsonObject operators => EachOperatorSorted(operators),
                _ => value?.DeepClone(),
            };
        }
        return result;
    }

    private static JsonObject EachOperatorSorted(JsonObject operators) =>
        Sorted(new JsonObject(operators.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is JsonObject keys ? EachSorted(keys) : pair.Value?.DeepClone()))));

    private static JsonObject EachSorted(JsonObject lists) =>
        Sorted(new JsonObject(lists.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, SortedList(pair.Value, lowerCase: false)))));

    private static JsonArray SortedList(JsonNode? value, bool lowerCase)
    {
        IEnumerable<JsonNode?> items = value as JsonArray as IEnumerable<JsonNode?> ?? [value];
        IEnumerable<string> texts = items.Select(item => item is JsonValue text && text.TryGetValue(out string? content) ? content : item?.ToJsonString() ?? "");
        if (lowerCase) texts = texts.Select(text => text.ToLowerInvariant());
        return [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(text => (JsonNode)JsonValue.Create(text))];
    }

    private static JsonObject Sorted(JsonObject node) =>
        new(node.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static ClientAccessException Invalid(string why, Exception? inner = null) =>
        new(ClientAccessError.InvalidPolicyDocument, $"The policy document is not valid: {why}.", inner);
}
