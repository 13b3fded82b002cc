using System.Collections;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>Turns trees of the model's member names into objects of the SDK's property names, and back.</summary>
internal static class ObjectTree
{
    public static object ToObject(JsonObject tree, ServiceShape shape, Type type)
    {
        var target = Activator.CreateInstance(type)!;
        foreach (var member in shape.Members.Where(member => tree.ContainsKey(member.Name)))
        {
            var property = type.GetProperty(PropertyName(member))
                ?? throw new InvalidOperationException($"{type} has no property for {member.Name}");
            var valueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(target, ToValue(tree[member.Name]!, member.Shape, valueType));
        }

        return target;
    }

    public static JsonObject ToTree(object structure, ServiceShape shape)
    {
        var tree = new JsonObject();
        foreach (var member in shape.Members)
        {
            var property = structure.GetType().GetProperty(PropertyName(member))
                ?? throw new InvalidOperationException($"{structure.GetType()} has no property for {member.Name}");
            if (property.GetValue(structure) is { } value)
                tree[member.Name] = FromValue(value, member.Shape);
        }

        return tree;
    }

    private static string PropertyName(ServiceMember member) => char.ToUpperInvariant(member.Name[0]) + member.Name[1..];

    private static object ToValue(JsonNode node, ServiceShape shape, Type type)
    {
        if (type == typeof(Document))
            return ToDocument(node);
        if (type == typeof(string))
            return (string)node!;
        if (type == typeof(int))
            return (int)node;
        if (type == typeof(bool))
            return (bool)node;
        if (type.IsSubclassOf(typeof(ConstantClass)))
            return Activator.CreateInstance(type, (string)node!)!;
        if (node is not JsonArray items)
            return ToObject(node.AsObject(), shape, type);
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in items)
            list.Add(ToValue(item!, shape.Item, type.GenericTypeArguments[0]));
        return list;
    }

    private static JsonNode? FromValue(object? value, ServiceShape shape) => value switch
    {
        null => null,
        string text => text,
        ConstantClass constant => constant.Value,
        int number => number,
        long number => number,
        bool flag => flag,
        DateTime time => (time.Kind == DateTimeKind.Utc ? time - DateTime.UnixEpoch : TimeSpan.Zero).TotalSeconds,
        Document document => FromDocument(document),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, FromValue(map[key], shape.Item)))),
        IList list => new JsonArray(list.Cast<object?>().Select(item => FromValue(item, shape.Item)).ToArray()),
        _ => ToTree(value, shape),
    };

    private static Document ToDocument(JsonNode? node) => node switch
    {
        null => default,
        JsonObject map => new Document(map.ToDictionary(entry => entry.Key, entry => ToDocument(entry.Value))),
        JsonArray list => new Document(list.Select(ToDocument).ToList()),
        JsonValue value when value.TryGetValue(out bool flag) => new Document(flag),
        JsonValue value when value.TryGetValue(out int number) => new Document(number),
        JsonValue value when value.TryGetValue(out double number) => new Document(number),
        _ => new Document((string)node!),
    };

    private static JsonNode? FromDocument(Document document)
    {
        if (document.IsNull())
            return null;
        if (document.IsDictionary())
            return new JsonObject(document.AsDictionary().Select(entry => KeyValuePair.Create(entry.Key, FromDocument(entry.Value))));
        if (document.IsList())
            return new JsonArray(document.AsList().Select(FromDocument).ToArray());
        if (document.IsBool())
            return document.AsBool();
        if (document.IsInt())
            return document.AsInt();
        return document.IsDouble() ? document.AsDouble() : document.AsString();
    }
}
