using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>The commands of the AWS CLI by which a client's own admin deletes a role: IAM deletes only one that carries nothing.</summary>
internal static partial class RoleDeletionCommands
{
    /// <summary>For a role of which it is known what it carries; in any shell.</summary>
    public static string Of(string roleName, IEnumerable<string> attachedPolicyArns, IEnumerable<string> inlinePolicyNames) => string.Join('\n',
    [
        .. attachedPolicyArns.Select(arn => $"aws iam detach-role-policy --role-name {Argument(roleName)} --policy-arn {Argument(arn)}"),
        .. inlinePolicyNames.Select(name => $"aws iam delete-role-policy --role-name {Argument(roleName)} --policy-name {Argument(name)}"),
        $"aws iam delete-role --role-name {Argument(roleName)}",
    ]);

    /// <summary>For a role that could not be read; in bash, which every account has in CloudShell.</summary>
    public static string Whatever(string roleName)
    {
        string role = Argument(roleName);
        return $"""
            for policy in $(aws iam list-attached-role-policies --role-name {role} --query 'AttachedPolicies[].PolicyArn' --output text); do aws iam detach-role-policy --role-name {role} --policy-arn "$policy"; done
            for policy in $(aws iam list-role-policies --role-name {role} --query 'PolicyNames[]' --output text); do aws iam delete-role-policy --role-name {role} --policy-name "$policy"; done
            aws iam delete-role --role-name {role}
            """.ReplaceLineEndings("\n");
    }

    // Single quotes mean the same to bash and PowerShell; IAM's names hold none.
    private static string Argument(string text) => Bare().IsMatch(text) ? text : BashText.Literal(text);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.:/+=-]*\z")]
    private static partial Regex Bare();
}
