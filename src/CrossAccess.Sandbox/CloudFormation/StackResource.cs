using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>A resource that a stack has made.</summary>
internal sealed class StackResource(string logicalId, string type)
{
    public string LogicalId { get; } = logicalId;
    public string Type { get; } = type;
    public string? PhysicalId { get; set; }
    public string Status { get; set; } = "CREATE_IN_PROGRESS";
    public string? StatusReason { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The properties that it was made or last updated with, all functions worked out.</summary>
    public JsonObject Properties { get; set; } = [];

    /// <summary>What Fn::GetAtt gives.</summary>
    public Dictionary<string, string> Attributes { get; set; } = [];
    public bool IsRetained { get; set; }
}
