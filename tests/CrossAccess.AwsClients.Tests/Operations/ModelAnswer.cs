using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Operations;

/// <summary>Writes an operation's output as AWS would answer it.</summary>
internal static class ModelAnswer
{
    public const string RequestId = "c0ffee00-0000-4000-8000-000000000001";

    public static WireAnswer Of(ServiceOperation operation, JsonObject output)
    {
        var answer = operation.Model.Protocol == "query" ? WireAnswer.Xml(Xml(operation, output)) : WireAnswer.Json(output.ToJsonString());
        return answer with { Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = RequestId } };
    }

    private static string Xml(ServiceOperation operation, JsonObject output)
    {
        XNamespace ns = operation.Model.XmlNamespace!;
        var root = new XElement(ns + $"{operation.Name}Response");
        if (operation.ResultWrapper is { } wrapper)
            root.Add(new XElement(ns + wrapper, Members(ns, output, operation.Output!)));
        root.Add(new XElement(ns + "ResponseMetadata", new XElement(ns + "RequestId", RequestId)));
        return root.ToString();
    }

    private static IEnumerable<XElement> Members(XNamespace ns, JsonObject tree, ServiceShape shape) =>
        shape.Members.Where(member => tree.ContainsKey(member.Name))
            .Select(member => new XElement(ns + member.Name, Content(ns, tree[member.Name]!, member.Shape)));

    private static object Content(XNamespace ns, JsonNode node, ServiceShape shape) => shape.Type switch
    {
        "structure" => Members(ns, node.AsObject(), shape),
        "list" => node.AsArray().Select(item => new XElement(ns + "member", Content(ns, item!, shape.Item))),
        "map" => node.AsObject().Select(entry => new XElement(ns + "entry",
            new XElement(ns + "key", entry.Key), new XElement(ns + "value", Content(ns, entry.Value!, shape.Item)))),
        "timestamp" => DateTime.UnixEpoch.AddSeconds((double)node).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => node.ToString(),
    };
}
