Describe 'Revoke-ClientAccess' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'takes nothing under -WhatIf' {
        (Revoke-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers -WhatIf).Status | Should -Be Planned
        Get-ClientAccess AbcCorp | Should -Not -BeNullOrEmpty
    }

    It 'takes what Get-ClientAccess finds' {
        (Get-ClientAccess AbcCorp | Revoke-ClientAccess -Force).Status | Should -Be Removed
        Get-ClientAccess AbcCorp | Should -BeNullOrEmpty
    }

    It 'tidies up after access that has ended, in two runs' {
        Grant-ClientAccess Globex -User eve -Duration 1:00 | Out-Null
        Revoke-ClientAccess -Expired -Force | Should -BeNullOrEmpty
        $null = (Get-CrossAccessSandbox).Advance('1:30')
        (Revoke-ClientAccess -Expired -Force).Status | Should -Be Removed
        (Revoke-ClientAccess -Expired -Force).Status | Should -Be Unchanged
        $null = (Get-CrossAccessSandbox).Advance('2:00')
        (Revoke-ClientAccess -Expired -Force).Status | Should -Be Updated
        Revoke-ClientAccess -Expired -Force | Should -BeNullOrEmpty
    }

    It 'says Unchanged where nothing was granted' {
        (Revoke-ClientAccess AbcCorp -Tier ReadOnly -User eve -Force).Status | Should -Be Unchanged
    }

    It 'stops a user at once, says what remains, and lets the user go on' {
        Initialize-CrossAccess acme -DenyPolicy | Out-Null
        Get-ClientPermissionSet | New-ClientPermissionSet | Out-Null
        Grant-ClientAccess AbcCorp -User ben | Out-Null
        $denied = Revoke-ClientAccess -User ben -Now -Force
        $denied.Status | Should -Be Created
        $denied.Remaining.NextStep | Should -Be 'Revoke-ClientSession AbcCorp -Tier ReadOnly'
        (Get-ClientAccess -Denied).User | Should -Be ben
        (Get-ClientAccess -Denied | Revoke-ClientAccess -Lift -Force).Status | Should -Be Removed
        Get-ClientAccess -Denied | Should -BeNullOrEmpty
    }

    It 'takes away everything of a user' {
        (Revoke-ClientAccess -User ben -Everywhere -Force).Status | Should -Be Removed
        Revoke-ClientAccess -User ben -Everywhere -Force | Should -BeNullOrEmpty
    }
}
