using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>Writes an operation's output as JSON by its shapes: times as seconds since 1970, absent members left out.</summary>
internal sealed class JsonOutput(ServiceModel model, Utf8JsonWriter json)
{
    public void Structure(Shape shape, JsonObject value)
    {
        OutputCheck.Complete(shape, value);
        json.WriteStartObject();
        foreach ((string name, JsonNode? node) in value)
        {
            if (node is null)
                continue;
            json.WritePropertyName(name);
            Value(model.Shape(OutputCheck.Known(shape, name).ShapeName), node);
        }
        json.WriteEndObject();
    }

    private void Value(Shape shape, JsonNode node)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                Structure(shape, node.AsObject());
                break;
            case ShapeKind.List:
                json.WriteStartArray();
                foreach (JsonNode item in node.AsArray().OfType<JsonNode>())
                    Value(model.Shape(shape.ElementShape!), item);
                json.WriteEndArray();
                break;
            case ShapeKind.Timestamp:
                json.WriteNumberValue(node.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds() / 1000m);
                break;
            default:
                node.WriteTo(json);
                break;
        }
    }
}
