namespace CrossAccess;

/// <summary>The part of the page that says how the client ends the access alone, and what becomes of sessions that are open.</summary>
internal static class EndingSection
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
    public static Html Of(HandOver handOver) => Html.Of(
        $$"""
        <p>Remove what you made, in the way in which you made it:</p>
        <table>
        <tr><th>Stack (link, CloudShell, CloudFormation)</th><td>Delete the stack <code>{{handOver.StackName}}</code> in the CloudFormation console, or:<pre>aws cloudformation delete-stack --stack-name {{handOver.StackName}}</pre></td></tr>
        <tr><th>Stack set</th><td><pre>aws cloudformation delete-stack-instances --stack-set-name {{handOver.StackName}} --deployment-targets OrganizationalUnitIds="$(aws organizations list-roots --query 'Roots[0].Id' --output text)" --regions {{StackSetTemplate.Region(handOver)}} --no-retain-stacks
        aws cloudformation delete-stack-set --stack-set-name {{handOver.StackName}}</pre>The second once the first has ended.</td></tr>
        <tr><th>Terraform</th><td>Remove <code>terraform.tf</code> from the folder, plan and apply.</td></tr>
        <tr><th>Scripts</th><td>Delete the {{(handOver.Roles.Count == 1 ? "role" : "roles")}} in the IAM console, or:{{Html.Join(handOver.Roles.Select(role => Html.Of($"<pre>{DeleteCommands(role)}</pre>")))}}</td></tr>
        </table>
        <p><b>What becomes of sessions that are open.</b> Once the role is deleted its sessions may do nothing more, within seconds, and no new one begins.</p>
        <p><b>To end what is open and keep the role:</b> IAM console, Roles, the role, Revoke sessions. Whoever is let in may enter again afterwards. That leaves a policy in the role, which must go before the role can be deleted:</p>
        {{Html.Join(handOver.Roles.Select(role => Html.Of($"<pre>{ClientAdminCommands.DeleteDeny(role.RoleName)}</pre>")))}}
        <p><b>To let nobody in and let open sessions run out</b> ({{LongestSession(handOver)}}): on the role's page, Trust relationships, put <code>"Effect": "Deny"</code> in place of each <code>"Effect": "Allow"</code>.</p>
        {{Administrators(handOver)}}
        """);

    private static string DeleteCommands(RemoteAccessRoleBlueprint role) =>
        RoleDeletionCommands.Of(role.RoleName, role.ManagedPolicyArns, role.InlinePolicy is null ? [] : [RemoteAccessRoleBlueprint.InlinePolicyName]);

    private static string LongestSession(HandOver handOver)
    {
        TimeSpan longest = handOver.Roles.Max(role => role.Terms.TrustScope == TrustScope.PermissionSet && role.Terms.TrustedRoleArns.Count == 0 ? TimeSpan.FromHours(1) : role.NewMaxSessionDuration);
        return longest == TimeSpan.FromHours(1) ? "an hour at most" : $"{longest.TotalHours:0.##} hours at most";
    }

    // What an administrator made outlives the administrator.
    private static Html Administrators(HandOver handOver) => !handOver.Roles.Any(role => role.ManagedPolicyArns.Any(arn => arn.EndsWith(":iam::aws:policy/AdministratorAccess", StringComparison.Ordinal))) ? default : Html.Of(
        $"""
        <p class="note">An administrator can make users, keys and other roles, and these stay when this role goes. If you end the access because you no longer trust {handOver.Company}, look through IAM for what was made meanwhile.</p>

        """);
}
