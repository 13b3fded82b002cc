Describe 'Grant-ClientAccess' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        Get-Row | New-RemoteAccessRole | New-ClientPermissionSet | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'grants a group and a user at once' {
        (Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers -User ben).Status | Should -Be Created, Created
    }

    It 'changes nothing when run again' {
        (Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers -User ben).Status | Should -Be Unchanged, Unchanged
    }

    It 'names near matches of a name that is not there' {
        { Grant-ClientAccess AbcCorp -Group Engineer -ErrorAction Stop } | Should -Throw '*Engineers*' -ErrorId 'GroupNotFound,CrossAccess.Commands.GrantClientAccessCommand'
    }

    It 'wants somebody to be named' {
        { Grant-ClientAccess AbcCorp -ErrorAction Stop } | Should -Throw -ErrorId 'PrincipalMissing,CrossAccess.Commands.GrantClientAccessCommand'
    }
}
