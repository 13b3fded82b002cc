Describe 'New-RemoteAccessRole' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'changes nothing under -WhatIf and yields Planned' {
        $before = Measure-Change
        (Get-Row | New-RemoteAccessRole -WhatIf).Status | Should -Be Planned, Planned, Planned
        Measure-Change | Should -Be $before
    }

    It 'makes a role for each row, in the order of the rows' {
        $roles = Get-Row | New-RemoteAccessRole -Tier ReadOnly
        $roles.Status | Should -Be Created, Created, Created
        $roles.AccountId | Should -Be '222222222222', '333333333333', '444444444444'
        $roles[0].RoleName | Should -Be acme-read-only
    }

    It 'changes nothing when run again' {
        $before = Measure-Change
        (Get-Row | New-RemoteAccessRole -Tier ReadOnly).Status | Select-Object -Unique | Should -Be Unchanged
        Measure-Change | Should -Be $before
    }

    It 'refuses credentials of another account' {
        { New-RemoteAccessRole Globex 444444444444 -ProfileName client-222222222222 -ErrorAction Stop } | Should -Throw -ErrorId 'AccountMismatch,CrossAccess.Commands.NewRemoteAccessRoleCommand'
    }

    It 'goes on after a bad row' {
        $rows = @(Get-Row)
        $rows[1].ProfileName = 'client-222222222222'
        $roles = $rows | New-RemoteAccessRole -ErrorAction SilentlyContinue -ErrorVariable problems
        $roles.Count | Should -Be 2
        $problems.Count | Should -Be 1
        $problems[0].TargetObject | Should -Be AbcCorp
    }
}
