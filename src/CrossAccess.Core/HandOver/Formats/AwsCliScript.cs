namespace CrossAccess;

/// <summary>A bash script that makes the roles with the AWS CLI, or makes them so.</summary>
internal static class AwsCliScript
{
    public static string Text(HandOver handOver) =>
        $$"""
        #!/usr/bin/env bash
        # Lets {{handOver.Company}} (AWS account {{handOver.HomeAccountId}}) into {{RolePhrases.Place(handOver)}}, by {{RolePhrases.Listed(handOver)}}.
        # Run it with the AWS CLI as an administrator of the account. It can be run again: what is as it shall be stays so.
        # {{RolePhrases.SentBack(handOver)}}
        set -euo pipefail

        {{BashSettings.Of(handOver)}}
        inline_policy={{BashText.Literal(RemoteAccessRoleBlueprint.InlinePolicyName)}}

        {{ScriptPart.Account}}
        {{ScriptPart.MakeRoles}}
        require_account

        {{string.Join('\n', handOver.Roles.Select(Role))}}
        """;

    private static string Role(RemoteAccessRoleBlueprint role)
    {
        string[] arguments =
        [
            role.RoleName,
            role.Tier.Tier,
            role.Description,
            $"{(int)role.NewMaxSessionDuration.TotalSeconds}",
            role.Terms.PermissionsBoundaryArn ?? "",
            .. role.ManagedPolicyArns,
        ];
        return BashText.WriteDocument("\"$work/trust.json\"", role.Trust.ToJson())
            + BashText.WriteDocument("\"$work/tags.json\"", TagList.Of(role))
            + (role.InlinePolicy is { } policy ? BashText.WriteDocument("\"$work/inline.json\"", policy.ToJson()) : "")
            + $"make_role {string.Join(' ', arguments.Select(BashText.Literal))}\n";
    }
}
