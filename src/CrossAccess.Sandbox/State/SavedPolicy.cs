using System.Text.Json.Serialization;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.State;

/// <summary>A customer managed policy at rest.</summary>
internal sealed record SavedPolicy(string Name, string Path, string Arn, string Id, DateTimeOffset CreatedAt)
{
    /// <summary>The policy's text in a file from before policies had versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Document { get; init; }
    public string? Description { get; init; }
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<SavedPolicyVersion> Versions { get; init; } = [];
    public string DefaultVersionId { get; init; } = "v1";
    public int LastNumber { get; init; } = 1;

    public static SavedPolicy Of(CustomerManagedPolicy policy) => new(policy.Name, policy.Path, policy.Arn, policy.Id, policy.CreatedAt)
    {
        Description = policy.Description,
        Tags = policy.Tags,
        Versions = [.. policy.Versions.Select(SavedPolicyVersion.Of)],
        DefaultVersionId = policy.Default.Id,
        LastNumber = policy.LastNumber,
    };

    public CustomerManagedPolicy Restore()
    {
        PolicyVersion[] versions = Document is null
            ? [.. Versions.Select(static version => version.Restore())]
            : [new PolicyVersion("v1", PolicyDocument.Parse(Document, PolicyKind.Identity), CreatedAt)];
        CustomerManagedPolicy policy = new(Name, Path, Arn, CreatedAt, versions, DefaultVersionId, LastNumber) { Id = Id, Description = Description };
        foreach ((string key, string value) in Tags)
            policy.Tags.Add(key, value);
        return policy;
    }
}
