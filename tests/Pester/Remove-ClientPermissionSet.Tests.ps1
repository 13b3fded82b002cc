Describe 'Remove-ClientPermissionSet' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'refuses a set that somebody holds' {
        { Remove-ClientPermissionSet Globex -Tier ReadOnly -Force -ErrorAction Stop } | Should -Throw -ErrorId 'ResourceInUse,CrossAccess.Commands.RemoveClientPermissionSetCommand'
    }

    It 'removes it once nobody does' {
        Get-ClientAccess Globex | Revoke-ClientAccess -Force | Out-Null
        (Remove-ClientPermissionSet Globex -Tier ReadOnly -Force).Status | Should -Be Removed
        Get-ClientPermissionSet Globex | Should -BeNullOrEmpty
    }
}
