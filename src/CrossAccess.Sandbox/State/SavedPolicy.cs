using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.State;

/// <summary>A customer managed policy at rest.</summary>
internal sealed record SavedPolicy(string Name, string Path, string Arn, string Id, string Document, DateTimeOffset CreatedAt)
{
    public static SavedPolicy Of(CustomerManagedPolicy policy) => new(policy.Name, policy.Path, policy.Arn, policy.Id, policy.Document.Text, policy.CreatedAt);

    public CustomerManagedPolicy Restore() => new(Name, Path, Arn, PolicyDocument.Parse(Document, PolicyKind.Identity), CreatedAt) { Id = Id };
}
