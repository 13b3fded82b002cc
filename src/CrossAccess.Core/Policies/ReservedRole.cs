namespace CrossAccess;

/// <summary>The role that Identity Center makes of a permission set in an account, whatever its suffix and Region.</summary>
internal static class ReservedRole
{
    /// <summary>The name that Identity Center gives the set's inline policy in the role.</summary>
    public const string InlinePolicyName = "AwsSSOInlinePolicy";

    private const string Prefix = "AWSReservedSSO_";

    // An underscore and sixteen characters.
    private const int SuffixLength = 17;

    /// <summary>
    /// The two patterns that match this set's role and no other's. Sixteen '?': a '*' would also match the set '&lt;set&gt;_Admin'.
    /// The Region is in the path of every role but us-east-1's.
    /// https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
    /// </summary>
    public static IReadOnlyList<string> ArnPatterns(string partition, string accountId, string permissionSetName)
    {
        string path = $"arn:{partition}:iam::{accountId}:role/aws-reserved/sso.amazonaws.com/";
        string role = $"{Prefix}{permissionSetName}_{new string('?', 16)}";
        return [path + role, path + "*/" + role];
    }

    /// <summary>The permission set of which Identity Center made a role of that name; null for any other role.</summary>
    public static string? PermissionSetNameOf(string roleName) =>
        roleName.StartsWith(Prefix, StringComparison.Ordinal) && roleName.Length > Prefix.Length + SuffixLength && roleName[^SuffixLength] == '_'
            ? roleName[Prefix.Length..^SuffixLength]
            : null;
}
