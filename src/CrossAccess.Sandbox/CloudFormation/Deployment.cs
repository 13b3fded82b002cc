using CrossAccess.Sandbox.CloudFormation.Templates;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>What a caller asks a stack to become: a template with the values of its parameters.</summary>
internal sealed record Deployment(Template Template, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<string> Capabilities, IReadOnlyDictionary<string, string> Tags)
{
    /// <exception cref="ServiceError">The template or its parameters cannot be used, or a capability was not acknowledged.</exception>
    public static Deployment Read(Call call, Stack? standing)
    {
        if (call.Text("RoleARN") is not null)
            throw Invalid("The Sandbox makes resources with the caller's own permissions and takes no RoleARN.");
        Template template = ReadTemplate(call, standing);
        IReadOnlyDictionary<string, string> parameters = ReadParameters(call, template, standing);
        List<string> capabilities = [.. call.Texts("Capabilities")];
        // CAPABILITY_NAMED_IAM acknowledges the lesser one too.
        if (template.RequiredCapability is { } required && !capabilities.Contains(required) && !capabilities.Contains("CAPABILITY_NAMED_IAM"))
            throw new ServiceError("InsufficientCapabilitiesException", $"Requires capabilities : [{required}]");
        IReadOnlyDictionary<string, string> tags = call.Input[nameof(Tags)] is null && standing?.Current is { } current ? current.Tags : call.Tags().ToDictionary(static tag => tag.Key, static tag => tag.Value);
        return new Deployment(template, parameters, capabilities, tags);
    }

    public static Template ReadTemplate(Call call, Stack? standing)
    {
        if (call.Text("TemplateURL") is not null)
            throw Invalid("The Sandbox has no S3; give the template itself as TemplateBody.");
        if (call.Input["UsePreviousTemplate"] is not null && call.Flag("UsePreviousTemplate") == true)
            return standing?.Current?.Template ?? throw Invalid("There is no previous template.");
        try
        {
            return Template.Parse(call.Text("TemplateBody") ?? throw Invalid("Either Template URL or Template Body must be specified."));
        }
        catch (TemplateFault fault)
        {
            throw Invalid(fault.Message);
        }
    }

    private static Dictionary<string, string> ReadParameters(Call call, Template template, Stack? standing)
    {
        Dictionary<string, string> given = [];
        foreach (System.Text.Json.Nodes.JsonObject parameter in call.Objects("Parameters"))
        {
            string name = parameter["ParameterKey"]?.GetValue<string>() ?? throw Invalid("Parameters must have a ParameterKey.");
            string? value = parameter["UsePreviousValue"]?.GetValue<bool>() == true ? standing?.Current?.Parameters.GetValueOrDefault(name) : parameter["ParameterValue"]?.GetValue<string>();
            given[name] = value ?? throw Invalid($"Invalid input for parameter key {name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template");
        }
        string[] unknown = [.. given.Keys.Where(name => template.Parameters.All(p => p.Name != name))];
        if (unknown.Length > 0)
            throw Invalid($"Parameters: [{string.Join(", ", unknown)}] do not exist in the template");
        string[] missing = [.. template.Parameters.Where(p => p.Default is null && !given.ContainsKey(p.Name)).Select(static p => p.Name)];
        if (missing.Length > 0)
            throw Invalid($"Parameters: [{string.Join(", ", missing)}] must have values");
        Dictionary<string, string> values = template.Parameters.ToDictionary(static p => p.Name, p => given.GetValueOrDefault(p.Name) ?? p.Default!);
        try
        {
            foreach (TemplateParameter parameter in template.Parameters)
                parameter.Check(values[parameter.Name]);
        }
        catch (TemplateFault fault)
        {
            throw Invalid(fault.Message);
        }
        return values;
    }

    public static ServiceError Invalid(string message) => new("ValidationError", message, 400);
}
