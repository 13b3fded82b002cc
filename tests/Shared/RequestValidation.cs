using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess.Tests.Shared;

/// <summary>Says what AWS's own service model would find wrong with a request.</summary>
public static class RequestValidation
{
    /// <summary>Every way in which the request is not as the model says; empty when there is none.</summary>
    public static IReadOnlyList<string> Problems(WireRequest request)
    {
        var reading = RequestReading.Of(request);
        var problems = new List<string>(reading.Problems);
        if (reading.Operation?.Input is { } shape)
            Structure(reading.Input, shape, reading.Operation.ToString(), problems);
        else if (reading.Input.Count > 0)
            problems.Add($"{reading.Operation}: takes no input");
        return problems;
    }

    private static void Value(JsonNode? node, ServiceShape shape, string path, List<string> problems)
    {
        if (node is null)
            problems.Add($"{path}: null");
        else if (shape.IsDocument)
            return;
        else if (node is JsonObject structure && shape.Type == "structure")
            Structure(structure, shape, path, problems);
        else if (node is JsonObject map && shape.Type == "map")
            Map(map, shape, path, problems);
        else if (node is JsonArray list && shape.Type == "list")
            List(list, shape, path, problems);
        else if (node is JsonValue scalar)
            Scalar(scalar, shape, path, problems);
        else
            problems.Add($"{path}: {node.GetValueKind()} where the model has {shape.Type}");
    }

    private static void Structure(JsonObject node, ServiceShape shape, string path, List<string> problems)
    {
        problems.AddRange(shape.Required.Where(name => !node.ContainsKey(name)).Select(name => $"{path}.{name}: required and missing"));
        if (shape.IsUnion && node.Count != 1)
            problems.Add($"{path}: a union with {node.Count} members set");
        foreach (var (name, value) in node)
        {
            if (shape.Members.SingleOrDefault(member => member.Name == name) is { } known)
                Value(value, known.Shape, $"{path}.{name}", problems);
            else
                problems.Add($"{path}.{name}: unknown");
        }
    }

    private static void List(JsonArray node, ServiceShape shape, string path, List<string> problems)
    {
        Limits(node.Count, "items", shape, path, problems);
        for (var position = 0; position < node.Count; position++)
            Value(node[position], shape.Item, $"{path}[{position}]", problems);
    }

    private static void Map(JsonObject node, ServiceShape shape, string path, List<string> problems)
    {
        Limits(node.Count, "entries", shape, path, problems);
        foreach (var (key, value) in node)
            Value(value, shape.Item, $"{path}[{key}]", problems);
    }

    private static void Scalar(JsonValue node, ServiceShape shape, string path, List<string> problems)
    {
        var kind = node.GetValueKind();
        var fits = shape.Type switch
        {
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" or "long" => kind == JsonValueKind.Number,
            "timestamp" => kind is JsonValueKind.Number or JsonValueKind.String,
            _ => false,
        };
        if (!fits)
            problems.Add($"{path}: {kind} where the model has {shape.Type}");
        else if (shape.Type == "string")
            Text((string)node!, shape, path, problems);
        else if (shape.Type is "integer" or "long")
            Limits((long)node, "", shape, path, problems);
    }

    private static void Text(string text, ServiceShape shape, string path, List<string> problems)
    {
        Limits(text.Length, "characters", shape, path, problems);
        if (!shape.PatternAllows(text))
            problems.Add($"{path}: \"{text}\" does not match {shape.Pattern}");
        if (shape.Enum.Count > 0 && !shape.Enum.Contains(text))
            problems.Add($"{path}: \"{text}\" is none of {string.Join(", ", shape.Enum)}");
    }

    private static void Limits(long size, string unit, ServiceShape shape, string path, List<string> problems)
    {
        if (size < shape.Min || size > shape.Max)
            problems.Add($"{path}: {size} {unit} is outside {shape.Min}..{shape.Max}");
    }
}
