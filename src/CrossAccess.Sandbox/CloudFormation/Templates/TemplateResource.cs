using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>A resource as the template declares it, its functions not yet worked out.</summary>
internal sealed class TemplateResource(string logicalId, JsonObject declaration)
{
    public const string Role = "AWS::IAM::Role";
    public const string RolePolicy = "AWS::IAM::RolePolicy";
    public const string Policy = "AWS::IAM::Policy";
    public const string ManagedPolicy = "AWS::IAM::ManagedPolicy";

    /// <summary>The types that the Sandbox can make.</summary>
    public static IReadOnlyList<string> Types { get; } = [Role, RolePolicy, Policy, ManagedPolicy];

    public string LogicalId { get; } = logicalId;
    public string Type { get; } = declaration[nameof(Type)]?.ToString() ?? throw Template.Format($"[/Resources/{logicalId}] Every Resources object must contain a Type member.");
    public JsonObject Properties { get; } = declaration[nameof(Properties)] as JsonObject ?? [];
    public string? Condition { get; } = declaration[nameof(Condition)]?.ToString();
    public bool IsRetained { get; } = declaration["DeletionPolicy"]?.ToString() is "Retain" or "RetainExceptOnCreate";

    public IReadOnlyList<string> DependsOn { get; } = declaration[nameof(DependsOn)] switch
    {
        JsonArray list => [.. list.Select(static item => item!.ToString())],
        JsonValue one => [one.ToString()],
        _ => [],
    };

    public bool HasCustomName => Properties.ContainsKey("RoleName") && Type == Role || Properties.ContainsKey("ManagedPolicyName");
}
