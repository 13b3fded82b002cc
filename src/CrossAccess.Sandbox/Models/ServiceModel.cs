using System.Reflection;
using System.Text.Json;

namespace CrossAccess.Sandbox.Models;

/// <summary>An AWS service model: the operations and shapes that requests are checked against and answers are rendered by.</summary>
internal sealed class ServiceModel
{
    private readonly Dictionary<string, Shape> _shapes;

    private ServiceModel(string name, JsonElement root)
    {
        Name = name;
        JsonElement metadata = root.GetProperty("metadata");
        Protocol = metadata.GetProperty("protocol").GetString()!;
        TargetPrefix = Text(metadata, "targetPrefix");
        SigningName = Text(metadata, "signingName") ?? Text(metadata, "endpointPrefix")!;
        XmlNamespace = Text(metadata, "xmlNamespace");
        Version = Text(metadata, "apiVersion")!;
        _shapes = root.GetProperty("shapes").EnumerateObject().ToDictionary(s => s.Name, s => ReadShape(s.Name, s.Value));
        Operations = root.GetProperty("operations").EnumerateObject().ToDictionary(o => o.Name, o => ReadOperation(o.Name, o.Value));
    }

    public string Name { get; }
    public string Protocol { get; }
    public string? TargetPrefix { get; }
    public string SigningName { get; }
    public string? XmlNamespace { get; }
    public string Version { get; }
    public IReadOnlyDictionary<string, OperationModel> Operations { get; }

    public Shape Shape(string name) => _shapes[name];

    /// <summary>The model's error shape for a code such as "NoSuchEntity" or "ConflictException", or null for the common errors.</summary>
    public Shape? Error(string code)
        => _shapes.Values.FirstOrDefault(shape => shape.IsException && (shape.ErrorCode == code || shape.Name == code));

    public static ServiceModel Load(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".json")
            ?? throw new InvalidOperationException($"The service model {name} is not embedded.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return new ServiceModel(name, document.RootElement);
    }

    private static OperationModel ReadOperation(string name, JsonElement operation)
    {
        JsonElement http = operation.GetProperty("http");
        bool hasInput = operation.TryGetProperty("input", out JsonElement input);
        bool hasOutput = operation.TryGetProperty("output", out JsonElement output);
        return new OperationModel(
            name,
            http.GetProperty("method").GetString()!,
            http.GetProperty("requestUri").GetString()!,
            Text(operation, "authtype") != "none",
            hasInput ? Text(input, "shape") : null,
            hasOutput ? Text(output, "shape") : null,
            hasOutput ? Text(output, "resultWrapper") : null);
    }

    private static Shape ReadShape(string name, JsonElement shape)
    {
        string? pattern = Text(shape, "pattern");
        bool hasError = shape.TryGetProperty("error", out JsonElement error);
        return new Shape(name, Kind(shape))
        {
            Members = ReadMembers(shape),
            Required = Strings(shape, "required"),
            ElementShape = Nested(shape, "member") ?? Nested(shape, "value"),
            KeyShape = Nested(shape, "key"),
            Min = Number(shape, "min"),
            Max = Number(shape, "max"),
            PatternText = pattern,
            Pattern = pattern is null ? null : AnchoredPattern.Compile(pattern),
            Values = Strings(shape, "enum"),
            IsSensitive = shape.TryGetProperty("sensitive", out _),
            IsException = shape.TryGetProperty("exception", out _),
            IsFault = shape.TryGetProperty("fault", out _),
            ErrorCode = hasError ? Text(error, "code") : null,
            HttpStatus = hasError ? (int?)Number(error, "httpStatusCode") : null,
        };
    }

    private static ShapeKind Kind(JsonElement shape)
    {
        if (shape.TryGetProperty("document", out _))
            return ShapeKind.Document;
        return Text(shape, "type") switch
        {
            "structure" => ShapeKind.Structure,
            "list" => ShapeKind.List,
            "map" => ShapeKind.Map,
            "string" => ShapeKind.String,
            "integer" or "long" => ShapeKind.Integer,
            "boolean" => ShapeKind.Boolean,
            "timestamp" => ShapeKind.Timestamp,
            var other => throw new InvalidOperationException($"The service models have no shape of type {other}."),
        };
    }

    private static Dictionary<string, Member> ReadMembers(JsonElement shape)
        => shape.TryGetProperty("members", out JsonElement members)
            ? members.EnumerateObject().ToDictionary(
                m => m.Name,
                m => new Member(m.Name, Text(m.Value, "shape")!, Text(m.Value, "location"), Text(m.Value, "locationName")))
            : [];

    private static string? Nested(JsonElement shape, string name) => shape.TryGetProperty(name, out JsonElement nested) ? Text(nested, "shape") : null;

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? (long)value.GetDouble() : null;

    private static string[] Strings(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(static v => v.GetString()!)] : [];
}
