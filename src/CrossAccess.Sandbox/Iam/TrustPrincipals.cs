using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Stores trust policies as IAM does: principals that are roles or users must exist, and are kept by their unique ids.</summary>
internal static class TrustPrincipals
{
    public static TrustPolicy Store(Cloud cloud, string text)
    {
        PolicyDocument document = IamErrors.Parse(text, PolicyKind.Trust);
        if (PolicyDocument.CountedLength(text) > IamQuotas.TrustPolicySize)
            throw IamErrors.LimitExceeded($"Cannot exceed quota for ACLSizePerRole: {IamQuotas.TrustPolicySize}");
        Dictionary<string, string> pinned = [];
        foreach (string principal in document.Statements.SelectMany(static s => s.AwsPrincipals ?? s.NotAwsPrincipals ?? []))
        {
            if (IsAccountOrAnyone(principal, cloud.Partition))
                continue;
            if (principal.StartsWith("arn:", StringComparison.Ordinal) && principal.Contains(":sts::", StringComparison.Ordinal))
                continue;
            pinned[principal] = UniqueId(cloud, principal)
                ?? throw new ServiceError("MalformedPolicyDocument", $"Invalid principal in policy: \"AWS\":\"{principal}\"");
        }
        return new TrustPolicy(document, pinned);
    }

    /// <summary>The id of the role or user that an ARN names, or null when there is none now.</summary>
    public static string? UniqueId(Cloud cloud, string principal)
    {
        if (principal.Split(':', 6) is not ["arn", _, "iam", "", var accountId, _] || !cloud.Accounts.TryGetValue(accountId, out AwsAccount? account))
            return cloud.Accounts.Values.SelectMany(static a => a.Roles.Values).FirstOrDefault(role => role.Id == principal)?.Id;
        return account.FindRoleByArn(principal)?.Id ?? account.Users.Values.FirstOrDefault(user => user.Arn == principal)?.Id;
    }

    private static bool IsAccountOrAnyone(string principal, string partition)
        => principal == "*"
            || IsAccountId(principal)
            || (principal.StartsWith($"arn:{partition}:iam::", StringComparison.Ordinal)
                && principal.EndsWith(":root", StringComparison.Ordinal)
                && IsAccountId(principal[$"arn:{partition}:iam::".Length..^":root".Length]));

    private static bool IsAccountId(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);
}
