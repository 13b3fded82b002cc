using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using Evaluated = CrossAccess.Sandbox.Policies.PolicyDocument;
using SandboxRole = CrossAccess.Sandbox.Accounts.IamRole;
using SandboxSession = CrossAccess.Sandbox.Accounts.RoleSession;
using SandboxTrust = CrossAccess.Sandbox.Accounts.TrustPolicy;

namespace CrossAccess.Core.Tests.Diagnosis;

/// <summary>Two readings of AWS's rules, written apart: wherever ours decides, the Sandbox's evaluator decides alike.</summary>
public sealed class AgreementTests
{
    private const int Rounds = 3_000;
    private const string EmptyTrust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""";

    private static readonly CallerIdentity Ana = new(RandomPolicies.Home, $"arn:aws:sts::{RandomPolicies.Home}:assumed-role/AWSReservedSSO_{RandomPolicies.Set}_{RandomPolicies.Suffix}/ana", "AROAAAAAAAAAAAAAAAAAA:ana");

    [Theory]
    [InlineData(1, "sts:AssumeRole")]
    [InlineData(2, "sts:SetSourceIdentity")]
    public void On_trust_policies(int seed, string action)
    {
        var random = new Random(seed);
        var policies = new RandomPolicies(random);
        var answers = new Answers();
        for (int round = 0; round < Rounds; round++)
        {
            string trust = policies.Trust();
            if (!TryParse(trust, PolicyKind.Trust, out Evaluated? document)) continue;
            (string? externalId, string? sourceIdentity) = (OneOf<string?>(random, null, "4711", "47"), OneOf<string?>(random, null, "ana", "ben"));
            Caller caller = SandboxCaller();
            bool expected = PolicyEvaluator.EvaluateTrust(document!, action, caller.Name, Context(caller, externalId, sourceIdentity), _ => null).Decision == Decision.Allowed;
            Assert.True(PolicyStatement.TryReadAll(trust, out IReadOnlyList<PolicyStatement> statements));
            foreach (EnteringCaller ours in Callers(random))
                answers.Check(expected, TrustReading.Of(statements, action, ours, Keys(ours, externalId, sourceIdentity)).Allows, trust);
        }
        answers.RequireBoth();
    }

    [Theory]
    [InlineData(3, "sts:AssumeRole")]
    [InlineData(4, "sts:SetSourceIdentity")]
    public void On_inline_policies_of_permission_sets(int seed, string action)
    {
        var random = new Random(seed);
        var policies = new RandomPolicies(random);
        var answers = new Answers();
        for (int round = 0; round < Rounds; round++)
        {
            string policy = policies.Identity();
            if (!TryParse(policy, PolicyKind.Identity, out Evaluated? document)) continue;
            (string? externalId, string? sourceIdentity) = (OneOf<string?>(random, null, "4711"), OneOf<string?>(random, null, "ana", "ben"));
            Caller caller = SandboxCaller();
            Decision expected = PolicyEvaluator.Evaluate([document!], action, RandomPolicies.Role, Context(caller, externalId, sourceIdentity));
            Assert.True(PolicyStatement.TryReadAll(policy, out IReadOnlyList<PolicyStatement> statements));
            foreach (EnteringCaller ours in Callers(random))
            {
                var reading = SetPolicyReading.Of(statements, action, RandomPolicies.Role, Keys(ours, externalId, sourceIdentity));
                answers.Check(expected == Decision.Allowed, reading.Allows & !reading.Denies, policy);
                answers.Check(expected == Decision.ExplicitDeny, reading.Denies, policy);
            }
        }
        answers.RequireBoth();
    }

    // As it is at hand, as a name alone tells, and as one of many.
    private static IEnumerable<EnteringCaller> Callers(Random random)
    {
        string? userId = OneOf<string?>(random, null, RandomPolicies.UserId);
        yield return EnteringCaller.Of(Ana, "eu-west-1") with { DirectoryUserId = userId };
        yield return EnteringCaller.Of("aws", "eu-west-1", RandomPolicies.Home, RandomPolicies.Set, "ana") with { DirectoryUserId = userId };
        yield return EnteringCaller.Of("aws", "eu-west-1", RandomPolicies.Home, RandomPolicies.Set, null);
    }

    private static RequestKeys Keys(EnteringCaller caller, string? externalId, string? sourceIdentity) =>
        caller.Keys("222222222222", externalId, sourceIdentity, RandomPolicies.Now);

    private static Caller SandboxCaller()
    {
        var account = new AwsAccount(RandomPolicies.Home, "home", "aws", new Organization("o-home", RandomPolicies.Home, RandomPolicies.Home));
        var trust = new SandboxTrust(Evaluated.Parse(EmptyTrust, PolicyKind.Trust), new Dictionary<string, string>());
        var role = new SandboxRole(RandomPolicies.Home, "aws", "/aws-reserved/sso.amazonaws.com/eu-west-1/", $"AWSReservedSSO_{RandomPolicies.Set}_{RandomPolicies.Suffix}", trust, RandomPolicies.Now) { Id = "AROAAAAAAAAAAAAAAAAAA" };
        return Caller.Of(account, role, new SandboxSession("ana", RandomPolicies.Now) { IdentityStoreUserId = RandomPolicies.UserId });
    }

    private static RequestContext Context(Caller caller, string? externalId, string? sourceIdentity) => caller.Context(RandomPolicies.Now, "eu-west-1")
        .Set("sts:ExternalId", externalId)
        .Set("sts:RoleSessionName", "ana")
        .Set("sts:SourceIdentity", sourceIdentity)
        .Set("aws:ResourceAccount", "222222222222");

    // What AWS would not store is nobody's to judge.
    private static bool TryParse(string policy, PolicyKind kind, out Evaluated? document)
    {
        try
        {
            document = Evaluated.Parse(policy, kind);
            return true;
        }
        catch (MalformedPolicy)
        {
            document = null;
            return false;
        }
    }

    private static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    /// <summary>Counts, so that a reading that decides nothing does not pass.</summary>
    private sealed class Answers
    {
        private int _yes, _no, _undecided;

        public void Check(bool expected, bool? actual, string policy)
        {
            Assert.True(actual is null || actual == expected, $"The Sandbox says {expected}, we say {actual}: {policy}");
            if (actual is null) _undecided++;
            else if (actual.Value) _yes++;
            else _no++;
        }

        public void RequireBoth()
        {
            int all = _yes + _no + _undecided;
            Assert.True(_yes > all / 50, $"Only {_yes} of {all} were allowed.");
            Assert.True(_undecided < all / 3, $"{_undecided} of {all} were left undecided.");
        }
    }
}
