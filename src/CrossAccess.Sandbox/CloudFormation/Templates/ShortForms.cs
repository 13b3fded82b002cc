using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>CloudFormation's YAML tags as the functions that they abbreviate.</summary>
internal static class ShortForms
{
    private static readonly HashSet<string> Functions = ["Base64", "Sub", "GetAtt", "Join", "Select", "Split", "If", "Equals", "And", "Or", "Not", "FindInMap", "ImportValue", "GetAZs", "Cidr", "Transform"];

    public static JsonObject Expand(YamlLine line, string tag, JsonNode? value)
    {
        string name = tag[1..];
        if (name is "Ref" or "Condition")
            return new JsonObject { [name] = value };
        if (!Functions.Contains(name))
            throw YamlReader.Fault(line, $"the tag {tag} is not known");
        // !GetAtt Role.Arn is a list of two.
        JsonNode? argument = name == "GetAtt" && value is JsonValue text && text.ToString().Split('.', 2) is [var resource, var attribute] ? new JsonArray(resource, attribute) : value;
        return new JsonObject { ["Fn::" + name] = argument };
    }
}
