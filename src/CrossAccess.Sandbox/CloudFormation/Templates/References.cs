using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>What a template's parts refer to: it must exist, and resources are made in the order that it gives.</summary>
internal static partial class References
{
    private static readonly HashSet<string> Pseudo = ["AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix"];

    public static void Check(Template template)
    {
        HashSet<string> known = [.. template.Parameters.Select(static p => p.Name), .. template.Resources.Select(static r => r.LogicalId), .. Pseudo];
        string[] lost = [.. template.Resources.SelectMany(static r => In(r.Properties).Concat(r.DependsOn)).Where(name => !known.Contains(name)).Distinct()];
        if (lost.Length > 0)
            throw Template.Format($"Unresolved resource dependencies [{string.Join(", ", lost)}] in the Resources block of the template");
        lost = [.. In(template.Section("Outputs")).Where(name => !known.Contains(name)).Distinct()];
        if (lost.Length > 0)
            throw Template.Format($"Unresolved resource dependencies [{string.Join(", ", lost)}] in the Outputs block of the template");
        JsonObject conditions = template.Section("Conditions");
        if (template.Resources.FirstOrDefault(r => r.Condition is not null && !conditions.ContainsKey(r.Condition)) is { } stray)
            throw Template.Format($"Template validation error: Unresolved condition dependency {stray.Condition} in the Resources block of the template");
        Order(template);
    }

    /// <summary>The resources, each after those that it refers to.</summary>
    public static IReadOnlyList<TemplateResource> Order(Template template)
    {
        List<TemplateResource> ordered = [];
        List<TemplateResource> waiting = [.. template.Resources];
        while (waiting.Count > 0)
        {
            TemplateResource? ready = waiting.Find(resource => !DependenciesOf(resource).Any(name => waiting.Exists(other => other.LogicalId == name)));
            if (ready is null)
                throw new TemplateFault($"Circular dependency between resources: [{string.Join(", ", waiting.Select(static r => r.LogicalId))}]");
            waiting.Remove(ready);
            ordered.Add(ready);
        }
        return ordered;
    }

    private static IEnumerable<string> DependenciesOf(TemplateResource resource) => In(resource.Properties).Concat(resource.DependsOn);

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } call when call.First() is var (function, argument) && function is "Ref" or "Fn::GetAtt" or "Fn::Sub" => Named(call.First().Key, call.First().Value),
        JsonObject map => map.SelectMany(static member => In(member.Value)),
        JsonArray list => list.SelectMany(In),
        _ => [],
    };

    private static IEnumerable<string> Named(string function, JsonNode? argument) => (function, argument) switch
    {
        ("Ref", JsonValue name) => [name.ToString()],
        ("Fn::GetAtt", JsonArray { Count: > 0 } parts) => [parts[0]!.ToString()],
        ("Fn::GetAtt", JsonValue dotted) => [dotted.ToString().Split('.')[0]],
        ("Fn::Sub", JsonValue text) => InText(text.ToString()),
        ("Fn::Sub", JsonArray { Count: 2 } parts) when parts[1] is JsonObject own => InText(parts[0]!.ToString()).Where(name => !own.ContainsKey(name)).Concat(In(own)),
        _ => [],
    };

    /// <summary>The names in ${…}; ${!…} is text.</summary>
    private static IEnumerable<string> InText(string text) => Variable().Matches(text).Select(static match => match.Groups[1].Value.Split('.')[0]);

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    public static partial Regex Variable();
}
