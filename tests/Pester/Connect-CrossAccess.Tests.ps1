Describe 'Connect-CrossAccess' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-CrossAccessSandbox -ApproveSignInAs ana | Out-Null
        Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'signs in by a code and enters without a profile' {
        (Connect-CrossAccess -UseDeviceCode -WarningAction SilentlyContinue).UserName | Should -Be 'ana'
        (Enter-ClientRole Globex).RoleSessionName | Should -Be 'ana'
    }

    It 'gives back the sign-in that holds' {
        (Connect-CrossAccess).SessionName | Should -Be 'acme'
    }
}
