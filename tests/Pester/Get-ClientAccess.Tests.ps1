Describe 'Get-ClientAccess' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'lists who holds what' {
        $access = Get-ClientAccess
        $access.Client | Should -Be AbcCorp, Globex
        $access.PrincipalName | Select-Object -Unique | Should -Be Engineers
    }

    It 'lists nobody where nobody holds anything' {
        Get-ClientAccess AbcCorp -Tier Administrator | Should -BeNullOrEmpty
    }
}
