namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>A line of a stack's history.</summary>
internal sealed record StackEvent(string Id, DateTimeOffset Time, string LogicalId, string? PhysicalId, string Type, string Status, string? Reason);
