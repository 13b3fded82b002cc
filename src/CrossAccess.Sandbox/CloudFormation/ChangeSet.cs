using CrossAccess.Sandbox.CloudFormation.Templates;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>A deployment that waits to be executed.</summary>
internal sealed class ChangeSet(string id, string name, Deployment deployment, DateTimeOffset createdAt)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public Deployment Deployment { get; } = deployment;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public string? Description { get; init; }

    /// <summary>What it would do: Add, Modify or Remove, and the resource.</summary>
    public required IReadOnlyList<(string Action, string LogicalId, string Type, string? PhysicalId)> Changes { get; init; }
    public required string Status { get; init; }
    public string? StatusReason { get; init; }
    public required string ExecutionStatus { get; set; }
    public Template Template => Deployment.Template;
}
