using System.Text.Json.Nodes;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>A request that the Sandbox answered. The Sandbox's own type lies in an assembly that these tests may not reference.</summary>
internal sealed record AnsweredRequest(
    string Service, string Operation, string? AccountId, string? PrincipalArn, string? SourceIdentity, string? ErrorCode, bool IsReadOnly, string? Region, string? Parameters)
{
    public static AnsweredRequest From(dynamic seen) => new(
        seen.Service, seen.Operation, seen.AccountId, seen.PrincipalArn, seen.SourceIdentity, seen.ErrorCode, seen.IsReadOnly, seen.Region, seen.Parameters);

    /// <summary>A member of what was sent.</summary>
    public JsonNode? Sent(string member) => JsonNode.Parse(Parameters!)![member];
}
