using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>Reads a JSON body and refuses what is not of its shape's type, as AWS does before it validates.</summary>
internal sealed class JsonInput(ServiceModel model)
{
    public JsonObject Read(Shape? shape, byte[] body)
    {
        JsonNode? root;
        try
        {
            root = body.Length == 0 ? new JsonObject() : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            throw Malformed();
        }
        if (root is not JsonObject value)
            throw Malformed();
        if (shape is not null)
            CheckType(shape, value);
        return value;
    }

    private void CheckType(Shape shape, JsonNode node)
    {
        bool fits = shape.Kind switch
        {
            ShapeKind.Structure or ShapeKind.Map => node is JsonObject,
            ShapeKind.List => node is JsonArray,
            ShapeKind.String => node.GetValueKind() == JsonValueKind.String,
            ShapeKind.Integer => node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue(out long _),
            ShapeKind.Boolean => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            ShapeKind.Timestamp => node.GetValueKind() == JsonValueKind.Number,
            _ => true,
        };
        if (!fits)
            throw Malformed();
        foreach ((Shape inner, JsonNode child) in Children(shape, node))
            CheckType(inner, child);
    }

    private IEnumerable<(Shape Shape, JsonNode Node)> Children(Shape shape, JsonNode node) => shape.Kind switch
    {
        ShapeKind.Structure => shape.Members.Values
            .Where(member => node[member.Name] is not null)
            .Select(member => (model.Shape(member.ShapeName), node[member.Name]!)),
        ShapeKind.List => node.AsArray().OfType<JsonNode>().Select(item => (model.Shape(shape.ElementShape!), item)),
        ShapeKind.Map => node.AsObject().Where(static pair => pair.Value is not null).Select(pair => (model.Shape(shape.ElementShape!), pair.Value!)),
        _ => [],
    };

    private static ServiceError Malformed() => new("SerializationException", "The request body cannot be read as the operation's input.", 400);
}
