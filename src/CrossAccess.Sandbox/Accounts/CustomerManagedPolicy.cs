using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>A managed policy of an account's own; an edit takes effect at once wherever it is attached.</summary>
internal sealed class CustomerManagedPolicy(string name, string path, string arn, PolicyDocument document, DateTimeOffset createdAt)
{
    public string Name { get; } = name;
    public string Path { get; } = path;
    public string Arn { get; } = arn;
    public string Id { get; init; } = RandomNames.Unique("ANPA");
    public PolicyDocument Document { get; set; } = document;
    public DateTimeOffset CreatedAt { get; } = createdAt;
}
