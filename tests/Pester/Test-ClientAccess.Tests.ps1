Describe 'Test-ClientAccess' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'passes every link of a chain that holds, and leaves the entry to the user' {
        $links = Test-ClientAccess AbcCorp -Account production -Group Engineers -ProfileName client-222222222222
        $links | Where-Object Link -NE Entry | ForEach-Object Result | Select-Object -Unique | Should -Be Pass
        ($links | Where-Object Link -EQ Entry).Result | Should -Be Unknown
    }

    It 'asks AWS itself for the one who runs it' {
        (Test-ClientAccess Globex -HomeProfileName ana@GlobexReadOnly).Result | Select-Object -Unique | Should -Be Pass
    }

    It 'names the link that fails, and its fix mends it' {
        $failed = Test-ClientAccess Globex -User ben -ProfileName client-444444444444 | Where-Object Result -EQ Fail
        $failed.Link | Should -Be Assignment
        Invoke-Expression $failed.Fix | Out-Null
        Test-ClientAccess Globex -User ben -ProfileName client-444444444444 | Where-Object Result -EQ Fail | Should -BeNullOrEmpty
    }

    It 'is quiet where a Boolean is wanted' {
        Test-ClientAccess Globex -HomeProfileName ana@GlobexReadOnly -Quiet | Should -BeTrue
        Test-ClientAccess Globex -User eve -Quiet | Should -BeFalse
    }

    It 'tests what Get-ClientAccess finds' {
        (Get-ClientAccess Globex | Test-ClientAccess).PrincipalName | Select-Object -Unique | Should -Be Engineers, ben
    }

    It 'changes nothing' {
        $before = Measure-Change
        Test-ClientAccess AbcCorp -User ana, eve | Out-Null
        Measure-Change | Should -Be $before
    }
}
