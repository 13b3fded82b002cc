using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>What home's IAM holds of permission sets: by set, its role, and the policies in force there that may let it assume roles.</summary>
internal sealed partial class HomePolicies
{
    private readonly Dictionary<string, (string RoleArn, IReadOnlyList<(string? ManagedBy, string Json)> Policies)> _bySet = new(StringComparer.Ordinal);

    private HomePolicies()
    {
    }

    public IReadOnlyCollection<string> Names => _bySet.Keys;

    /// <summary>A set's role in home and its policies, each with the name of the customer managed policy that it is; null where home has none of that name.</summary>
    public (string RoleArn, IReadOnlyList<(string? ManagedBy, string Json)> Policies)? Find(string permissionSetName) =>
        _bySet.TryGetValue(permissionSetName, out var found) ? found : null;

    public static HomePolicies Of(AccountRoles account)
    {
        var home = new HomePolicies();
        foreach (AccountRole role in account.Roles)
        {
            if (ReservedRole().Match(role.Role.Arn) is not { Success: true } match) continue;
            home._bySet[match.Groups["set"].Value] = (role.Role.Arn,
            [
                .. role.InlinePolicies.Values.Select(json => ((string?)null, json)),
                .. role.AttachedPolicyArns.Where(account.CustomerManagedPolicies.ContainsKey).Select(arn => ((string?)arn[(arn.LastIndexOf('/') + 1)..], account.CustomerManagedPolicies[arn])),
            ]);
        }
        return home;
    }

    // https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
    [GeneratedRegex(@":role/aws-reserved/sso\.amazonaws\.com/([a-z0-9-]+/)?AWSReservedSSO_(?<set>.+)_[0-9a-f]{16}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ReservedRole();
}
