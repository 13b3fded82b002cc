using System.Globalization;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>Builds an operation's input from form fields by the operation's shapes.</summary>
internal sealed class QueryInput(ServiceModel model)
{
    public JsonObject Structure(Shape shape, QueryFields fields)
    {
        JsonObject value = [];
        foreach (Member member in shape.Members.Values)
        {
            if (fields[member.Name] is { IsEmpty: false } field)
                value[member.Name] = Value(model.Shape(member.ShapeName), field, member.Name);
        }
        return value;
    }

    private JsonNode? Value(Shape shape, QueryFields field, string name) => shape.Kind switch
    {
        ShapeKind.Structure => Structure(shape, field),
        ShapeKind.List => List(shape, field, name),
        ShapeKind.Integer => Integer(field.Value, name),
        ShapeKind.Boolean => Boolean(field.Value, name),
        _ => JsonValue.Create(field.Value),
    };

    private JsonArray List(Shape shape, QueryFields field, string name)
    {
        Shape element = model.Shape(shape.ElementShape!);
        return [.. (field["member"]?.Numbered() ?? []).Select(item => Value(element, item, name))];
    }

    private static JsonValue Integer(string? text, string name)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number) : throw Malformed(name);

    private static JsonValue Boolean(string? text, string name)
        => bool.TryParse(text, out bool flag) ? JsonValue.Create(flag) : throw Malformed(name);

    private static ServiceError Malformed(string name) => new("MalformedInput", $"The value of {name} is not of the expected type.", 400);
}
