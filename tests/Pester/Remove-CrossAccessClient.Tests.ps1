Describe 'Remove-CrossAccessClient' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'plans the whole report under -WhatIf and changes nothing' {
        $before = Measure-Change
        $report = Get-Row | Where-Object Client -EQ AbcCorp | Remove-CrossAccessClient -WhatIf -Force
        $report.Status | Select-Object -Unique | Should -Be Planned
        $report.Kind | Select-Object -Unique | Should -Be RemoteAccessRole, ClientAccess, ClientPermissionSet, Record
        Measure-Change | Should -Be $before
    }

    It 'removes a client with two accounts once' {
        $report = Get-Row | Where-Object Client -EQ AbcCorp | Remove-CrossAccessClient -Force
        $report.Status | Select-Object -Unique | Should -Be Removed
        @($report | Where-Object Kind -EQ RemoteAccessRole).Count | Should -Be 2
        @(Get-CrossAccessClient).Client | Should -Not -Contain AbcCorp
        Get-ClientAccess Globex | Should -Not -BeNullOrEmpty
    }

    It 'goes on at home where an account cannot be reached, and keeps its record' {
        $report = Remove-CrossAccessClient Globex -ProfileName client-222222222222 -Force
        $skipped = $report | Where-Object Status -EQ Skipped
        $skipped.Reason | Should -Match '444444444444'
        $skipped.NextStep | Should -Match 'aws iam delete-role'
        Get-CrossAccessClient Globex | Should -Not -BeNullOrEmpty
        Get-ClientPermissionSet Globex | Should -BeNullOrEmpty
    }

    It 'finishes with the right credentials' {
        (Remove-CrossAccessClient Globex -ProfileName client-444444444444 -Force | Where-Object Kind -EQ Record).Status | Should -Be Removed
        { Remove-CrossAccessClient Globex -Force -ErrorAction Stop } | Should -Throw -ErrorId 'ClientNotFound,CrossAccess.Commands.RemoveCrossAccessClientCommand'
    }
}
