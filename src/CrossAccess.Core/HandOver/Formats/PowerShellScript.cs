namespace CrossAccess;

/// <summary>
/// A PowerShell script that makes the roles, or makes them so. It calls the AWS CLI, which an administrator has or
/// installs in a minute, and not one of the three sets of AWS Tools modules; it runs in Windows PowerShell too.
/// </summary>
internal static class PowerShellScript
{
    public static string Text(HandOver handOver) =>
        $$"""
        # Lets {{handOver.Company}} (AWS account {{handOver.HomeAccountId}}) into {{RolePhrases.Place(handOver)}}, by {{RolePhrases.Listed(handOver)}}.
        # Run it with the AWS CLI as an administrator of the account. It can be run again: what is as it shall be stays so.
        # Where scripts are not allowed: powershell -ExecutionPolicy Bypass -File powershell.ps1
        # {{RolePhrases.SentBack(handOver)}}
        $ErrorActionPreference = 'Stop'

        $company = {{PowerShellText.Literal(handOver.Company)}}
        $client = {{PowerShellText.Literal(handOver.Client)}}
        $homeAccount = {{PowerShellText.Literal(handOver.HomeAccountId)}}
        $expectedAccount = {{PowerShellText.Literal(handOver.AccountId ?? "")}}
        $inlinePolicy = {{PowerShellText.Literal(RemoteAccessRoleBlueprint.InlinePolicyName)}}

        {{ScriptPart.PowerShellMakeRoles}}
        Assert-Account
        $work = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), [System.IO.Path]::GetRandomFileName())
        $null = [System.IO.Directory]::CreateDirectory($work)
        try {
        {{string.Join('\n', handOver.Roles.Select(Role))}}
        }
        finally { [System.IO.Directory]::Delete($work, $true) }

        """;

    private static string Role(RemoteAccessRoleBlueprint role) =>
        $$"""
            Install-Role @{
                Name            = {{PowerShellText.Literal(role.RoleName)}}
                Tier            = {{PowerShellText.Literal(role.Tier.Tier)}}
                Description     = {{PowerShellText.Literal(role.Description)}}
                Seconds         = {{(int)role.NewMaxSessionDuration.TotalSeconds}}
                Boundary        = {{PowerShellText.Literal(role.Terms.PermissionsBoundaryArn ?? "")}}
                ManagedPolicies = @({{string.Join(", ", role.ManagedPolicyArns.Select(PowerShellText.Literal))}})
                Trust           = {{PowerShellText.Document(role.Trust.ToJson())}}
                Tags            = {{PowerShellText.Document(TagList.Of(role))}}
                Inline          = {{(role.InlinePolicy is { } policy ? PowerShellText.Document(policy.ToJson()) : "''")}}
            }
        """;
}
