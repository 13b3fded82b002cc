using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>A template in JSON or YAML, read and checked as far as that is possible without its parameters.</summary>
internal sealed class Template
{
    /// <summary>How many bytes a template in the request may have (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).</summary>
    public const int MaxBytes = 51200;
    private static readonly HashSet<string> Sections = ["AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Resources", "Outputs", "Rules"];

    private Template(string text, JsonObject root)
    {
        Text = text;
        Root = root;
        Parameters = TemplateParameter.ReadAll(Section("Parameters"));
        Resources = Section("Resources").Select(static pair => new TemplateResource(pair.Key, pair.Value as JsonObject ?? throw Format($"Every Resources object must contain a Type member."))).ToList();
    }

    public string Text { get; }
    public JsonObject Root { get; }
    public IReadOnlyList<TemplateParameter> Parameters { get; }
    public IReadOnlyList<TemplateResource> Resources { get; }
    public string? Description => Root[nameof(Description)]?.ToString();

    /// <summary>The capability that the caller must acknowledge, or null.</summary>
    public string? RequiredCapability => Resources.Any(static r => r.HasCustomName) ? "CAPABILITY_NAMED_IAM" : Resources.Count > 0 ? "CAPABILITY_IAM" : null;

    public JsonObject Section(string name) => Root[name] switch
    {
        null => [],
        JsonObject section => section,
        _ => throw Format($"{name} must be an object."),
    };

    /// <exception cref="TemplateFault">The text is not a template that can be used here.</exception>
    public static Template Parse(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
            throw new TemplateFault($"1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to {MaxBytes}");
        if (Read(text) is not JsonObject root)
            throw Format("unsupported structure.");
        if (root.FirstOrDefault(static member => !Sections.Contains(member.Key)).Key is { } unknown)
            throw new TemplateFault(unknown == "Transform" ? "The Sandbox does not imitate transforms." : $"Invalid template property or properties [{unknown}]");
        if (root["AWSTemplateFormatVersion"] is { } version && version.ToString() != "2010-09-09")
            throw Format($"Unrecognized template format version: {version}");
        if (root[nameof(Resources)] is not JsonObject { Count: > 0 })
            throw Format("At least one Resources member must be defined.");
        Template template = new(text, root);
        string[] unknownTypes = [.. template.Resources.Select(static r => r.Type).Where(static type => !TemplateResource.Types.Contains(type)).Distinct()];
        if (unknownTypes.Length > 0)
            throw Format($"Unrecognized resource types: [{string.Join(", ", unknownTypes)}]");
        References.Check(template);
        return template;
    }

    public static TemplateFault Format(string problem) => new("Template format error: " + problem);

    private static JsonNode? Read(string text)
    {
        if (!text.TrimStart().StartsWith('{'))
            return YamlReader.Read(text);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            throw Format($"JSON not well-formed. ({malformed.Message})");
        }
    }
}
