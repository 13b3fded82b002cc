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

    It 'grants for a time, extends and never shortens' {
        $first = Grant-ClientAccess Globex -User eve -Duration 4:00
        $first.Status | Should -Be Created
        $first.Expires | Should -Not -BeNullOrEmpty
        $shorter = Grant-ClientAccess Globex -User eve -Duration 1:00
        $shorter.Status | Should -Be Unchanged
        $shorter.Expires | Should -Be $first.Expires
        (Grant-ClientAccess Globex -User eve -Duration 8:00).Status | Should -Be Updated
    }

    It 'gives no end to a group, nor to who has the set for good' {
        { Grant-ClientAccess Globex -Group Engineers -Duration 4:00 -ErrorAction Stop } | Should -Throw -ErrorId 'RequestRejected,CrossAccess.Commands.GrantClientAccessCommand'
        { Grant-ClientAccess AbcCorp -User ben -Duration 4:00 -ErrorAction Stop } | Should -Throw -ErrorId 'AccessHasNoEnd,CrossAccess.Commands.GrantClientAccessCommand'
    }

    It 'does not make lasting what ends because -Duration was forgotten' {
        { Grant-ClientAccess Globex -User eve -ErrorAction Stop } | Should -Throw -ErrorId 'AccessHasEnd,CrossAccess.Commands.GrantClientAccessCommand'
    }

    It 'names near matches of a name that is not there' {
        { Grant-ClientAccess AbcCorp -Group Engineer -ErrorAction Stop } | Should -Throw '*Engineers*' -ErrorId 'GroupNotFound,CrossAccess.Commands.GrantClientAccessCommand'
    }

    It 'wants somebody to be named' {
        { Grant-ClientAccess AbcCorp -ErrorAction Stop } | Should -Throw -ErrorId 'PrincipalMissing,CrossAccess.Commands.GrantClientAccessCommand'
    }
}
