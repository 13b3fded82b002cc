Describe 'Exit-ClientRole' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'puts every variable back to what it was' {
        $before = Get-ChildItem env: | Out-String
        Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly | Out-Null
        Enter-ClientRole AbcCorp -Account staging -HomeProfileName ana@AbcCorpReadOnly | Out-Null
        Exit-ClientRole
        $env:CROSSACCESS_CLIENT | Should -Be Globex
        Exit-ClientRole
        Get-ChildItem env: | Out-String | Should -Be $before
    }

    It 'fails when no role is entered' {
        { Exit-ClientRole -ErrorAction Stop } | Should -Throw -ErrorId 'NotEntered,CrossAccess.Commands.ExitClientRoleCommand'
    }
}
