using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>Works out the functions of a template (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html).</summary>
internal sealed class Intrinsics(Template template, IReadOnlyDictionary<string, string> parameters, Func<string, string?> pseudo, Func<string, string?, string?> resource)
{
    private const int MaxDepth = 64;
    // What AWS::NoValue leaves: the member that it stands for is taken away.
    private static readonly JsonValue NoValue = JsonValue.Create("AWS::NoValue");
    private int _depth;

    /// <summary>The node with all functions worked out; what is AWS::NoValue is left out.</summary>
    /// <exception cref="TemplateFault">A function cannot be worked out.</exception>
    public JsonNode? Resolve(JsonNode? node)
    {
        JsonNode? value = Work(node);
        return ReferenceEquals(value, NoValue) ? null : value;
    }

    public string Text(JsonNode? node) => Resolve(node) switch
    {
        JsonValue value => Plain(value),
        _ => throw Template.Format("a string is expected where a list or an object stands."),
    };

    public bool Condition(string name)
    {
        if (template.Section("Conditions")[name] is not { } condition)
            throw Template.Format($"Unresolved condition dependency {name}.");
        return IsTrue(condition);
    }

    public bool IsMade(TemplateResource declared) => declared.Condition is null || Condition(declared.Condition);

    private JsonNode? Work(JsonNode? node)
    {
        if (++_depth > MaxDepth)
            throw Template.Format("functions are nested too deeply, or refer to themselves.");
        try
        {
            return Walk(node);
        }
        finally
        {
            _depth--;
        }
    }

    private JsonNode? Walk(JsonNode? node)
        => node switch
        {
            JsonObject { Count: 1 } call when IsFunction(call.First().Key) => Call(call.First().Key, call.First().Value),
            JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Work(member.Value))).Where(static member => !ReferenceEquals(member.Value, NoValue))),
            JsonArray list => new JsonArray([.. list.Select(Work).Where(static item => !ReferenceEquals(item, NoValue))]),
            _ => node?.DeepClone(),
        };

    private static bool IsFunction(string name) => name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonNode? Call(string function, JsonNode? argument) => (function, argument) switch
    {
        ("Ref", JsonValue name) => Ref(name.ToString()),
        ("Fn::GetAtt", JsonArray { Count: 2 } parts) => GetAtt(parts[0]!.ToString(), Text(parts[1])),
        ("Fn::GetAtt", JsonValue dotted) when dotted.ToString().Split('.', 2) is [var name, var attribute] => GetAtt(name, attribute),
        ("Fn::Sub", JsonValue text) => Sub(text.ToString(), []),
        ("Fn::Sub", JsonArray { Count: 2 } parts) when parts[1] is JsonObject own => Sub(parts[0]!.ToString(), own),
        ("Fn::Join", JsonArray { Count: 2 } parts) => string.Join(Text(parts[0]), List(parts[1]).Select(Text)),
        ("Fn::Select", JsonArray { Count: 2 } parts) => Select(parts),
        ("Fn::Split", JsonArray { Count: 2 } parts) => new JsonArray([.. Text(parts[1]).Split(Text(parts[0])).Select(static part => JsonValue.Create(part))]),
        ("Fn::If", JsonArray { Count: 3 } parts) => Work(Condition(parts[0]!.ToString()) ? parts[1] : parts[2]),
        ("Fn::FindInMap", JsonArray { Count: 3 } parts) => FindInMap(Text(parts[0]), Text(parts[1]), Text(parts[2])),
        ("Fn::Base64", _) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Text(argument))),
        _ => throw Template.Format($"{function} is not used as it must be, or the Sandbox does not imitate it."),
    };

    private JsonNode Ref(string name)
    {
        if (name == "AWS::NoValue")
            return NoValue;
        if (template.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter)
            return parameter.IsList ? new JsonArray([.. parameters[name].Split(',').Select(static item => JsonValue.Create(item.Trim()))]) : JsonValue.Create(parameters[name]);
        return pseudo(name) ?? resource(name, null) ?? throw Template.Format($"Unresolved resource dependencies [{name}] in the Resources block of the template");
    }

    private string GetAtt(string name, string attribute)
        => resource(name, attribute) ?? throw new TemplateFault($"Template error: resource {name} does not support attribute type {attribute} in Fn::GetAtt");

    private string Sub(string text, JsonObject own) => References.Variable().Replace(text, match =>
    {
        string name = match.Groups[1].Value;
        if (own[name] is { } value)
            return Text(value);
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? Text(Ref(name)) : GetAtt(name[..dot], name[(dot + 1)..]);
    }).Replace("${!", "${", StringComparison.Ordinal);

    private JsonNode? Select(JsonArray parts)
    {
        List<JsonNode?> items = [.. List(parts[1])];
        return int.TryParse(Text(parts[0]), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count
            ? items[index]?.DeepClone()
            : throw new TemplateFault("Template error: Fn::Select cannot select nonexistent value at index " + Text(parts[0]));
    }

    private JsonNode FindInMap(string map, string first, string second)
        => (template.Section("Mappings")[map]?[first] as JsonObject)?[second]?.DeepClone() ?? throw new TemplateFault($"Template error: Unable to get mapping for {map}::{first}::{second}");

    private IEnumerable<JsonNode?> List(JsonNode? node) => Resolve(node) as JsonArray ?? throw Template.Format("a list is expected.");

    private bool IsTrue(JsonNode? node)
    {
        if (++_depth > MaxDepth)
            throw Template.Format("conditions are nested too deeply, or refer to themselves.");
        try
        {
            return node is JsonObject { Count: 1 } call ? IsTrue(call.First().Key, call.First().Value) : throw Template.Format("Every Conditions member must be a function.");
        }
        finally
        {
            _depth--;
        }
    }

    private bool IsTrue(string function, JsonNode? argument) => (function, argument) switch
    {
        ("Condition", JsonValue name) => Condition(name.ToString()),
        ("Fn::Equals", JsonArray { Count: 2 } sides) => Text(sides[0]) == Text(sides[1]),
        ("Fn::Not", JsonArray { Count: 1 } one) => !IsTrue(one[0]),
        ("Fn::And", JsonArray { Count: >= 2 and <= 10 } all) => all.All(IsTrue),
        ("Fn::Or", JsonArray { Count: >= 2 and <= 10 } any) => any.Any(IsTrue),
        _ => throw Template.Format("Conditions can only be made of Fn::And, Fn::Or, Fn::Not, Fn::Equals and Condition."),
    };

    private static string Plain(JsonValue value)
        => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.ToString().ToLowerInvariant() : value.ToString();
}
