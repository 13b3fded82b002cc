namespace CrossAccess;

/// <summary>The part of the page that says how the client sees who used the roles.</summary>
internal static class UsersSection
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
    public static Html Of(HandOver handOver) => Html.Of(
        $$"""
        <p>Each entry is an event <code>AssumeRole</code> in your CloudTrail. Its <code>userIdentity.principalId</code> ends in the name that the person has in {{handOver.Company}}'s IAM Identity Center, which no one can choose. <code>roleSessionName</code> is the name under which all that follows is recorded, and <code>sourceIdentity</code>, where it is set, the person's own. The events of 90 days, in the Region that was worked in:</p>
        {{Html.Join(handOver.Roles.Select(role => Html.Of($"<pre>{Lookup(handOver, role)}</pre>")))}}
        <p>When a role was last used at all, within hours: the IAM console shows it on the role's page, or</p>
        {{Html.Join(handOver.Roles.Select(role => Html.Of($"<pre>aws iam get-role --role-name {role.RoleName} --query Role.RoleLastUsed</pre>")))}}

        """);

    private static string Lookup(HandOver handOver, RemoteAccessRoleBlueprint role) =>
        $"aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue={handOver.ArnOf(role)} --query 'Events[].[EventTime,EventName,CloudTrailEvent]' --output text";
}
