Describe 'Get-ClientPermissionSet' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'lists the sets of all clients' {
        (Get-ClientPermissionSet).PermissionSetName | Should -Be AbcCorpReadOnly, GlobexReadOnly
    }

    It 'fails for one that is named and not there' {
        { Get-ClientPermissionSet Globex -Tier Administrator -ErrorAction Stop } | Should -Throw -ErrorId 'PermissionSetNotFound,CrossAccess.Commands.GetClientPermissionSetCommand'
    }
}
