namespace CrossAccess;

/// <summary>The part of the page that says what one role allows, and to whom.</summary>
internal static class GrantSection
{
    public static Html Of(HandOver handOver, RemoteAccessRoleBlueprint role) => Html.Of(
        $$"""
        <h3>{{role.RoleName}} (tier {{role.Tier.Tier}})</h3>
        <table>
        <tr><th>Role</th><td><code>{{handOver.ArnOf(role)}}</code></td></tr>
        <tr><th>Who may enter</th><td>{{WhoMayEnter(handOver, role)}}</td></tr>
        <tr><th>What they may do there</th><td>{{Html.Join(role.ManagedPolicyArns.Select(ManagedPolicy))}}{{OwnPolicy(role)}}</td></tr>
        {{Boundary(role)}}<tr><th>A session lasts</th><td>{{Session(role)}}</td></tr>
        {{ExternalId(handOver)}}</table>

        """);

    private static Html WhoMayEnter(HandOver handOver, RemoteAccessRoleBlueprint role)
    {
        Html main = role.Terms.TrustScope == TrustScope.Account
            ? Html.Of($"Whoever the policies of {handOver.Company}'s AWS account {handOver.HomeAccountId} allow to.")
            : Html.Of($"People whom {handOver.Company} has given the permission set <code>{role.PermissionSetName}</code> of its IAM Identity Center, coming from its AWS account {handOver.HomeAccountId}. Nobody else of that account, and nobody of any other. Your CloudTrail has each entry with the person's name.");
        return role.Terms.TrustedRoleArns.Count == 0
            ? main
            : Html.Of($"{main} And these roles of that account: {Html.Join(role.Terms.TrustedRoleArns.Select(arn => Html.Of($"<br><code>{arn}</code>")))}");
    }

    private static Html ManagedPolicy(string arn)
    {
        string name = arn[(arn.LastIndexOf('/') + 1)..];
        // AWS's own, by names that have meant the same since they were made.
        string meaning = arn.Contains(":iam::aws:policy/", StringComparison.Ordinal) ? name switch
        {
            "AdministratorAccess" => ": everything, including to change or remove this role and to make others",
            "PowerUserAccess" => ": everything but users, groups and roles",
            "ReadOnlyAccess" => ": look at everything, including what is stored, and change nothing",
            "ViewOnlyAccess" => ": see what there is, and not what is stored in it",
            "SecurityAudit" => ": look at how everything is configured",
            "job-function/Billing" or "Billing" => ": see and pay bills",
            _ => "",
        } : "";
        return Html.Of($"<code>{arn}</code>{meaning}.<br>");
    }

    private static Html OwnPolicy(RemoteAccessRoleBlueprint role) =>
        role.InlinePolicy is { } policy ? Html.Of($"What this policy allows:<pre>{AsciiJson.Of(policy.ToJson())}</pre>") : default;

    private static Html Boundary(RemoteAccessRoleBlueprint role) =>
        role.Terms.PermissionsBoundaryArn is { } boundary ? Html.Of($"<tr><th>And no more than</th><td><code>{boundary}</code> allows (permissions boundary).</td></tr>\n") : default;

    private static string Session(RemoteAccessRoleBlueprint role)
    {
        const string Chained = "an hour at most: AWS's limit for whoever comes from IAM Identity Center";
        return role.NewMaxSessionDuration > TimeSpan.FromHours(1) && (role.Terms.TrustScope == TrustScope.Account || role.Terms.TrustedRoleArns.Count > 0)
            ? $"{Chained}. Others: {role.NewMaxSessionDuration.TotalHours:0.##} hours at most."
            : $"{Chained}.";
    }

    private static Html ExternalId(HandOver handOver) =>
        handOver.ExternalId is { } id ? Html.Of($"<tr><th>External id</th><td><code>{id}</code>. It is no secret. With it {handOver.Company}'s people cannot use Switch Role in the AWS console.</td></tr>\n") : default;
}
