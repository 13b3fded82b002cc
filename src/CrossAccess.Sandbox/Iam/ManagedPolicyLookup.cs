using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Finds the managed policy that a call is about.</summary>
internal static class ManagedPolicyLookup
{
    // AWS's own policies have other versions there; here each has this one.
    private const string AwsVersion = "v1";
    private static readonly DateTimeOffset AwsPolicyDate = new(2015, 2, 6, 18, 39, 46, TimeSpan.Zero);

    public static string Arn(Call call) => call.Required("PolicyArn");

    /// <summary>The ARN of the policy, AWS's or the account's own, which must exist.</summary>
    public static string Find(Call call)
        => call.Account.FindPolicy(Arn(call)) is null ? throw NotFound(Arn(call)) : Arn(call);

    /// <summary>The policy to change; those of AWS are AWS's alone to change.</summary>
    public static CustomerManagedPolicy FindOwn(Call call)
    {
        string arn = Arn(call);
        if (call.Account.ManagedPolicies.TryGetValue(arn, out CustomerManagedPolicy? own))
            return own;
        throw AwsManagedPolicies.Find(call.Account.Partition, arn) is null
            ? NotFound(arn)
            : Authorizer.Denied(call, "iam:" + call.Operation.Name, arn, Decision.ImplicitDeny);
    }

    public static PolicyVersion FindVersion(Call call)
    {
        string arn = Find(call);
        return VersionsOf(call.Account, arn).FirstOrDefault(version => version.Id == call.Required("VersionId")) ?? throw NoSuchVersion(call);
    }

    public static PolicyVersion FindVersion(Call call, CustomerManagedPolicy policy)
        => policy.FindVersion(call.Required("VersionId")) ?? throw NoSuchVersion(call);

    /// <summary>The versions of a policy that exists, oldest first.</summary>
    public static IReadOnlyList<PolicyVersion> VersionsOf(AwsAccount account, string arn)
        => account.ManagedPolicies.GetValueOrDefault(arn)?.Versions ?? [new PolicyVersion(AwsVersion, account.FindPolicy(arn)!, AwsPolicyDate)];

    public static PolicyVersion DefaultOf(AwsAccount account, string arn)
        => account.ManagedPolicies.GetValueOrDefault(arn)?.Default ?? VersionsOf(account, arn)[0];

    private static ServiceError NotFound(string arn) => new("NoSuchEntity", $"Policy {arn} was not found.");

    private static ServiceError NoSuchVersion(Call call)
        => new("NoSuchEntity", $"Policy {Arn(call)} version {call.Required("VersionId")} does not exist or is not attachable.");
}
