using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>The AWS CLI's command that gives a role, whoever made it, the trust that this module would: what is there stays, ours comes beside it.</summary>
internal static class TrustRepair
{
    private static readonly string[] OurSids = ["CrossAccessHome", "CrossAccessSourceIdentity"];

    /// <param name="denying">Statements that deny it, to be left out.</param>
    public static string Command(IamRole role, AccessChain chain, IReadOnlyList<PolicyStatement> denying)
    {
        var terms = new TrustPolicyTerms(chain.Caller.Partition, chain.Caller.AccountId, TrustScope.PermissionSet, chain.SetName) { ExternalId = chain.Target.Role.ExternalId };
        IEnumerable<JsonObject> kept = PolicyDocument.Parse(role.TrustPolicy).Statements
            .Where(statement => !OurSids.Contains((string?)statement["Sid"]) && !denying.Any(other => other.IsOf(statement)));
        var document = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. kept.Concat(TrustPolicy.Create(terms).Statements).Select(statement => statement.DeepClone())]),
        };
        // Written so that nothing in it can end the quotes, whatever the client's trust holds.
        return $"aws iam update-assume-role-policy --role-name {role.Name} --policy-document '{document.ToJsonString()}'";
    }
}
