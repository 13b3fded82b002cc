using System.Text.Json.Nodes;

namespace CrossAccess.Tests.Shared;

/// <summary>Reads the parameters of the query protocol into a tree, taking what it understands out of the form.</summary>
internal static class FormTree
{
    public static JsonObject Read(Dictionary<string, string> form, ServiceShape structure) => Structure(form, "", structure);

    private static JsonObject Structure(Dictionary<string, string> form, string prefix, ServiceShape shape)
    {
        var tree = new JsonObject();
        foreach (var member in shape.Members)
        {
            if (Value(form, prefix + member.WireName, member.Shape) is { } value)
                tree[member.Name] = value;
        }

        return tree;
    }

    private static JsonNode? Value(Dictionary<string, string> form, string name, ServiceShape shape)
    {
        if (shape.Type == "list")
            return List(form, name, shape);
        if (shape.Type == "structure")
            return form.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal)) ? Structure(form, name + ".", shape) : null;
        return form.Remove(name, out var text) ? RequestReading.Scalar(text, shape) : null;
    }

    private static JsonArray? List(Dictionary<string, string> form, string name, ServiceShape shape)
    {
        var list = new JsonArray();
        while (Value(form, $"{name}.member.{list.Count + 1}", shape.Item) is { } item)
            list.Add(item);
        // An empty list is said by its bare name.
        return list.Count > 0 || (form.GetValueOrDefault(name) == "" && form.Remove(name)) ? list : null;
    }
}
