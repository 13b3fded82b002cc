namespace CrossAccess;

/// <summary>What a client's admin types where the provider may not change the client's role: commands of the AWS CLI, for bash as CloudShell has it.</summary>
internal static class ClientAdminCommands
{
    public static string PutDeny(string roleName, DateTimeOffset time) =>
        $"aws iam put-role-policy {Names(roleName)} --policy-document {BashText.Literal(OlderSessionsPolicy.Before(time).ToString())}";

    public static string DeleteDeny(string roleName) => $"aws iam delete-role-policy {Names(roleName)}";

    public static string ShowDeny(string roleName) => $"aws iam get-role-policy {Names(roleName)}";

    // IAM's names of roles hold nothing that bash reads as anything else; a comma or an equals sign is a text to it, too.
    private static string Names(string roleName) => $"--role-name {roleName} --policy-name {OlderSessionsPolicy.Name}";
}
