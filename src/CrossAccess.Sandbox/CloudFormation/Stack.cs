using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.CloudFormation.Templates;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>A stack with its resources and its history.</summary>
internal sealed class Stack(string name, string id, string accountId, string region, string partition, DateTimeOffset createdAt)
{
    private readonly List<StackEvent> _events = [];

    public string Name { get; } = name;
    public string Id { get; } = id;
    public string AccountId { get; } = accountId;
    public string Region { get; } = region;
    public string Partition { get; } = partition;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public DateTimeOffset? UpdatedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }
    public string Status { get; private set; } = "REVIEW_IN_PROGRESS";
    public string? StatusReason { get; private set; }
    public bool DisableRollback { get; set; }

    /// <summary>What it was last deployed from, or null before that.</summary>
    public Deployment? Current { get; set; }
    public string? ChangeSetId { get; set; }

    /// <summary>The resources in the order in which they were made.</summary>
    public List<StackResource> Resources { get; } = [];
    public List<ChangeSet> ChangeSets { get; } = [];
    public List<(string Key, string Value, string? Description, string? ExportName)> Outputs { get; } = [];

    /// <summary>The history, newest first.</summary>
    public IReadOnlyList<StackEvent> Events => [.. _events.AsEnumerable().Reverse()];

    public bool IsDeleted => Status == "DELETE_COMPLETE";

    public StackResource? Find(string logicalId) => Resources.Find(resource => resource.LogicalId == logicalId);

    public void Become(string status, DateTimeOffset now, string? reason = null)
    {
        Status = status;
        StatusReason = reason;
        _events.Add(new StackEvent(RandomNames.Guid(), now, Name, Id, "AWS::CloudFormation::Stack", status, reason));
    }

    public void Record(StackResource resource, string status, DateTimeOffset now, string? reason = null)
    {
        resource.Status = status;
        resource.StatusReason = reason;
        resource.UpdatedAt = now;
        _events.Add(new StackEvent($"{resource.LogicalId}-{status}-{RandomNames.Guid()}", now, resource.LogicalId, resource.PhysicalId, resource.Type, status, reason));
    }

    /// <summary>The functions of a deployment's template, with what the stack has made so far.</summary>
    public Intrinsics Functions(Deployment deployment) => new(deployment.Template, deployment.Parameters, Pseudo, Attribute);

    private string? Pseudo(string name) => name switch
    {
        "AWS::AccountId" => AccountId,
        "AWS::Partition" => Partition,
        "AWS::Region" => Region,
        "AWS::StackId" => Id,
        "AWS::StackName" => Name,
        "AWS::URLSuffix" => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
        _ => null,
    };

    private string? Attribute(string logicalId, string? attribute)
        => Find(logicalId) is not { } resource ? null : attribute is null ? resource.PhysicalId : resource.Attributes.GetValueOrDefault(attribute);
}
