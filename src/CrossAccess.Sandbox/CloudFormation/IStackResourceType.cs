namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>How resources of one type are made, changed and deleted. What is refused is a <see cref="Services.ServiceError"/>.</summary>
internal interface IStackResourceType
{
    /// <summary>The properties that the type has.</summary>
    IReadOnlyList<string> Properties { get; }

    /// <summary>The properties whose change makes another resource.</summary>
    IReadOnlyList<string> Replacing { get; }

    /// <summary>Makes the resource from its properties, and sets its physical id and attributes.</summary>
    void Create(CallerOperations iam, Stack stack, StackResource resource);

    /// <summary>Brings the resource from the old properties to its own.</summary>
    void Update(CallerOperations iam, StackResource resource, System.Text.Json.Nodes.JsonObject old);

    void Delete(CallerOperations iam, StackResource resource);
}
