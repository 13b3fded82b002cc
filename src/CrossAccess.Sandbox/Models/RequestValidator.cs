using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Models;

/// <summary>Checks a request's input against its shape and words what is wrong as AWS's front ends do.</summary>
internal sealed class RequestValidator(ServiceModel model)
{
    /// <summary>AWS's sentence over all violations, or null when the input is valid.</summary>
    public string? Check(OperationModel operation, JsonObject input)
    {
        if (operation.InputShape is null)
            return null;
        List<string> violations = [];
        CheckStructure(model.Shape(operation.InputShape), input, "", violations);
        if (violations.Count == 0)
            return null;
        string noun = violations.Count == 1 ? "validation error" : "validation errors";
        return string.Create(CultureInfo.InvariantCulture, $"{violations.Count} {noun} detected: {string.Join("; ", violations)}");
    }

    private void CheckStructure(Shape shape, JsonObject value, string path, List<string> violations)
    {
        foreach (string required in shape.Required.Where(required => value[required] is null))
            violations.Add($"Value null at '{Join(path, Camel(required))}' failed to satisfy constraint: Member must not be null");
        foreach (Member member in shape.Members.Values)
        {
            if (value[member.Name] is JsonNode node)
                CheckValue(model.Shape(member.ShapeName), node, Join(path, Camel(member.Name)), violations);
        }
    }

    private void CheckValue(Shape shape, JsonNode value, string path, List<string> violations)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                CheckStructure(shape, value.AsObject(), path, violations);
                break;
            case ShapeKind.List:
                CheckList(shape, value.AsArray(), path, violations);
                break;
            case ShapeKind.Map:
                foreach ((string key, JsonNode? item) in value.AsObject())
                {
                    if (item is not null)
                        CheckValue(model.Shape(shape.ElementShape!), item, Join(path, key), violations);
                }
                break;
            case ShapeKind.String:
                CheckString(shape, value.GetValue<string>(), path, violations);
                break;
            case ShapeKind.Integer:
                CheckNumber(shape, value.GetValue<long>(), path, violations);
                break;
        }
    }

    private void CheckList(Shape shape, JsonArray list, string path, List<string> violations)
    {
        CheckLength(shape, list.Count, list.ToJsonString(), path, violations);
        Shape element = model.Shape(shape.ElementShape!);
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonNode item)
                CheckValue(element, item, string.Create(CultureInfo.InvariantCulture, $"{path}.{i + 1}.member"), violations);
        }
    }

    private static void CheckString(Shape shape, string text, string path, List<string> violations)
    {
        string shown = shape.IsSensitive ? "at" : $"'{text}' at";
        if (shape.Values.Count > 0 && !shape.Values.Contains(text))
            violations.Add($"Value {shown} '{path}' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", shape.Values)}]");
        if (shape.Pattern is { } pattern && !pattern.IsMatch(text))
            violations.Add($"Value {shown} '{path}' failed to satisfy constraint: Member must satisfy regular expression pattern: {shape.PatternText}");
        CheckLength(shape, text.Length, shape.IsSensitive ? null : text, path, violations);
    }

    private static void CheckLength(Shape shape, int length, string? shown, string path, List<string> violations)
    {
        string value = shown is null ? "Value at" : $"Value '{shown}' at";
        if (shape.Min is { } min && length < min)
            violations.Add(string.Create(CultureInfo.InvariantCulture, $"{value} '{path}' failed to satisfy constraint: Member must have length greater than or equal to {min}"));
        if (shape.Max is { } max && length > max)
            violations.Add(string.Create(CultureInfo.InvariantCulture, $"{value} '{path}' failed to satisfy constraint: Member must have length less than or equal to {max}"));
    }

    private static void CheckNumber(Shape shape, long number, string path, List<string> violations)
    {
        if (shape.Min is { } min && number < min)
            violations.Add(string.Create(CultureInfo.InvariantCulture, $"Value '{number}' at '{path}' failed to satisfy constraint: Member must have value greater than or equal to {min}"));
        if (shape.Max is { } max && number > max)
            violations.Add(string.Create(CultureInfo.InvariantCulture, $"Value '{number}' at '{path}' failed to satisfy constraint: Member must have value less than or equal to {max}"));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
