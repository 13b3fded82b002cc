Describe 'Initialize-CrossAccess' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal -Empty | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'finds Identity Center and home, and records them' {
        $configuration = Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home
        $configuration.Status | Should -Be Created
        $configuration.HomeAccountId | Should -Be '111111111111'
        $configuration.InstanceArn | Should -BeLike 'arn:aws:sso:::instance/*'
    }

    It 'says Unchanged when nothing has changed' {
        (Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home).Status | Should -Be Unchanged
    }

    It 'refuses to make the inventory another company''s' {
        { Initialize-CrossAccess other -AdminProfileName sandbox-admin -ErrorAction Stop } | Should -Throw -ErrorId 'ResourceExists,CrossAccess.Commands.InitializeCrossAccessCommand'
    }

    It 'makes the policy that stops a user at once, and only once' {
        (Initialize-CrossAccess acme -DenyPolicy).Status | Should -Be Updated
        (Initialize-CrossAccess acme -DenyPolicy).Status | Should -Be Unchanged
        (Get-CrossAccessConfiguration).HasDenyPolicy | Should -BeTrue
    }
}
