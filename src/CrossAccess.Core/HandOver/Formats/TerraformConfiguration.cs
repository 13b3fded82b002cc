namespace CrossAccess;

/// <summary>
/// The roles as a Terraform or OpenTofu configuration, to lie beside others in a folder.
/// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
/// </summary>
internal static class TerraformConfiguration
{
    public static string Text(HandOver handOver) =>
        $$"""
        # Lets {{handOver.Company}} (AWS account {{handOver.HomeAccountId}}) into {{RolePhrases.Place(handOver)}}, by {{RolePhrases.Listed(handOver)}}.
        # Remove this file and apply to take the access away. {{RolePhrases.SentBack(handOver)}}

        terraform {
          required_version = ">= 1.2"
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = ">= 4.0"
            }
          }
        }

        data "aws_caller_identity" "crossaccess" {}

        """ + string.Concat(handOver.Roles.Select(role => Role(handOver, role) + Attachments(role) + InlinePolicy(role) + Output(role)));

    // Unlike anything else in the client's configuration.
    private static string Label(RemoteAccessRoleBlueprint role) => $"crossaccess_{role.Tier.Tier}";

    private static string Role(HandOver handOver, RemoteAccessRoleBlueprint role) =>
        $$"""

        resource "aws_iam_role" "{{Label(role)}}" {
          name                 = {{HclText.Quoted(role.RoleName)}}
          description          = {{HclText.Quoted(role.Description)}}
          max_session_duration = {{(int)role.NewMaxSessionDuration.TotalSeconds}}
          permissions_boundary = {{(role.Terms.PermissionsBoundaryArn is { } boundary ? HclText.Quoted(boundary) : "null")}}
          assume_role_policy   = {{HclText.Document(role.Trust.ToJson(), "  ")}}

          tags = {
        {{string.Join('\n', role.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"    {HclText.Quoted(tag.Key)} = {HclText.Quoted(tag.Value)}"))}}
          }

          lifecycle {
            precondition {
              condition     = data.aws_caller_identity.crossaccess.account_id {{AccountCondition(handOver)}}
              error_message = {{HclText.Quoted(AccountMessage(handOver))}}
            }
          }
        }

        """;

    private static string Attachments(RemoteAccessRoleBlueprint role) => role.ManagedPolicyArns.Count == 0 ? "" :
        $$"""

        resource "aws_iam_role_policy_attachment" "{{Label(role)}}" {
          for_each   = toset([{{string.Join(", ", role.ManagedPolicyArns.Select(HclText.Quoted))}}])
          role       = aws_iam_role.{{Label(role)}}.name
          policy_arn = each.value
        }

        """;

    private static string InlinePolicy(RemoteAccessRoleBlueprint role) => role.InlinePolicy is not { } policy ? "" :
        $$"""

        resource "aws_iam_role_policy" "{{Label(role)}}" {
          name   = {{HclText.Quoted(RemoteAccessRoleBlueprint.InlinePolicyName)}}
          role   = aws_iam_role.{{Label(role)}}.name
          policy = {{HclText.Document(policy.ToJson(), "  ")}}
        }

        """;

    private static string Output(RemoteAccessRoleBlueprint role) =>
        $$"""

        output "{{Label(role)}}_role_arn" {
          value = aws_iam_role.{{Label(role)}}.arn
        }

        """;

    private static string AccountCondition(HandOver handOver) =>
        handOver.AccountId is { } account ? $"== {HclText.Quoted(account)}" : $"!= {HclText.Quoted(handOver.HomeAccountId)}";

    private static string AccountMessage(HandOver handOver) => handOver.AccountId is { } account
        ? $"This is for account {account} alone."
        : $"Account {handOver.HomeAccountId} is {handOver.Company}'s own; this is for yours.";
}
