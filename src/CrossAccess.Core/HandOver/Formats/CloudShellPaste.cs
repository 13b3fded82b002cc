namespace CrossAccess;

/// <summary>
/// One paste for AWS CloudShell, or any shell with the AWS CLI: a script handed to bash as a here-document, so that a
/// paste that was cut short does nothing.
/// </summary>
internal static class CloudShellPaste
{
    public static string Text(HandOver handOver) =>
        $$"""
        bash -s <<'CROSSACCESS'
        # Lets {{handOver.Company}} (AWS account {{handOver.HomeAccountId}}) into {{RolePhrases.Place(handOver)}}, by {{RolePhrases.Listed(handOver)}}.
        # Paste all of it into CloudShell, which is the >_ at the top of the AWS console. It can be pasted again.
        # {{RolePhrases.SentBack(handOver)}}
        set -euo pipefail

        {{BashSettings.Of(handOver)}}
        stack={{BashText.Literal(handOver.StackName)}}
        roles_wanted={{BashText.Literal(string.Join(' ', handOver.Roles.Select(role => role.RoleName)))}}
        resources_wanted={{BashText.Literal(string.Join(' ', handOver.Roles.Select(CloudFormationTemplate.LogicalId)))}}
        {{(handOver.Region is { } region ? $"export AWS_REGION={BashText.Literal(region)} AWS_DEFAULT_REGION={BashText.Literal(region)}\n" : "")}}
        {{ScriptPart.Account}}
        {{ScriptPart.DeployStack}}
        cat >"$work/template.yaml" <<'TEMPLATE'
        {{CloudFormationTemplate.Text(handOver, heading: "")}}TEMPLATE

        # The commands must not read what is left of this paste.
        {
          require_account
          require_free_way
          deploy
        } </dev/null
        CROSSACCESS

        """;
}
