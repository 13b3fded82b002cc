using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>A parameter's declaration, and the check of a value against it.</summary>
internal sealed class TemplateParameter
{
    private readonly JsonObject _declaration;

    private TemplateParameter(string name, JsonObject declaration)
    {
        Name = name;
        _declaration = declaration;
        Type = declaration[nameof(Type)]?.ToString() ?? throw Template.Format($"Every Parameters object must contain a Type member.");
    }

    public string Name { get; }
    public string Type { get; }
    public string? Default => _declaration[nameof(Default)] is { } value ? Text(value) : null;
    public string? Description => _declaration[nameof(Description)]?.ToString();
    public bool NoEcho => string.Equals(_declaration[nameof(NoEcho)]?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
    public bool IsList => Type == "CommaDelimitedList" || Type.StartsWith("List<", StringComparison.Ordinal);

    public static IReadOnlyList<TemplateParameter> ReadAll(JsonObject section)
        => [.. section.Select(static pair => new TemplateParameter(pair.Key, pair.Value as JsonObject ?? throw Template.Format("Every Parameters object must contain a Type member.")))];

    /// <exception cref="TemplateFault">The value breaks a constraint.</exception>
    public void Check(string value)
    {
        foreach (string item in IsList ? value.Split(',') : [value])
            CheckItem(item.Trim());
        if (Number("MinLength") is { } min && value.Length < min)
            throw Broken($"must contain at least {min} characters");
        if (Number("MaxLength") is { } max && value.Length > max)
            throw Broken($"must contain at most {max} characters");
    }

    private void CheckItem(string value)
    {
        if (_declaration["AllowedValues"] is JsonArray allowed && allowed.All(item => Text(item!) != value))
            throw Broken($"must be one of AllowedValues");
        if (_declaration["AllowedPattern"]?.ToString() is { } pattern && !Regex.IsMatch(value, $"\\A(?:{pattern})\\z", RegexOptions.None, TimeSpan.FromSeconds(1)))
            throw Broken($"must match pattern {pattern}");
        if (Type is not ("Number" or "List<Number>"))
            return;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw Broken("must be a number");
        if (Number("MinValue") is { } min && number < min)
            throw Broken($"must be a number not less than {min}");
        if (Number("MaxValue") is { } max && number > max)
            throw Broken($"must be a number not greater than {max}");
    }

    private double? Number(string member)
        => _declaration[member] is { } value && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private TemplateFault Broken(string rule)
        => new(_declaration["ConstraintDescription"] is { } said ? $"Parameter {Name} failed to satisfy constraint: {said}" : $"Parameter '{Name}' {rule}");

    private static string Text(JsonNode value) => value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? value.ToString().ToLowerInvariant() : value.ToString();
}
