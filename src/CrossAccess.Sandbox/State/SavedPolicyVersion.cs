using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.State;

/// <summary>One version of a customer managed policy at rest.</summary>
internal sealed record SavedPolicyVersion(string Id, string Document, DateTimeOffset CreatedAt)
{
    public static SavedPolicyVersion Of(PolicyVersion version) => new(version.Id, version.Document.Text, version.CreatedAt);

    public PolicyVersion Restore() => new(Id, PolicyDocument.Parse(Document, PolicyKind.Identity), CreatedAt);
}
