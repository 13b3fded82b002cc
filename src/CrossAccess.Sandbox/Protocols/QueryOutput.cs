using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using CrossAccess.Sandbox.Models;

namespace CrossAccess.Sandbox.Protocols;

/// <summary>Writes an operation's output as XML by its shapes; a member that the model does not know is a fault of the Sandbox.</summary>
internal sealed class QueryOutput(ServiceModel model, XmlWriter xml)
{
    public void Structure(Shape shape, JsonObject value)
    {
        OutputCheck.Complete(shape, value);
        foreach ((string name, JsonNode? node) in value)
        {
            if (node is null)
                continue;
            xml.WriteStartElement(name);
            Value(model.Shape(OutputCheck.Known(shape, name).ShapeName), node);
            xml.WriteEndElement();
        }
    }

    private void Value(Shape shape, JsonNode node)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                Structure(shape, node.AsObject());
                break;
            case ShapeKind.List:
                List(shape, node.AsArray());
                break;
            case ShapeKind.Map:
                Map(shape, node.AsObject());
                break;
            case ShapeKind.Timestamp:
                xml.WriteString(node.GetValue<DateTimeOffset>().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case ShapeKind.Boolean:
                xml.WriteString(node.GetValue<bool>() ? "true" : "false");
                break;
            default:
                xml.WriteString(node.ToString());
                break;
        }
    }

    private void List(Shape shape, JsonArray list)
    {
        Shape element = model.Shape(shape.ElementShape!);
        foreach (JsonNode item in list.OfType<JsonNode>())
        {
            xml.WriteStartElement("member");
            Value(element, item);
            xml.WriteEndElement();
        }
    }

    private void Map(Shape shape, JsonObject map)
    {
        Shape element = model.Shape(shape.ElementShape!);
        foreach ((string key, JsonNode? item) in map)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("key", key);
            xml.WriteStartElement("value");
            Value(element, item!);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }
}
