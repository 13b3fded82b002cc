Describe 'Get-ClientRole' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'lists nothing outside' {
        Get-ClientRole | Should -BeNullOrEmpty
    }

    It 'lists what is entered, innermost first' {
        Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly | Out-Null
        Enter-ClientRole AbcCorp -Account staging -HomeProfileName ana@AbcCorpReadOnly | Out-Null
        (Get-ClientRole).Client | Should -Be AbcCorp, Globex
        (Get-ClientRole)[0].MinutesLeft | Should -BeGreaterThan 50
        Exit-ClientRole -All
    }

    It 'says which session is renewed' {
        Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly -AutoRefresh -Duration 2:00 | Out-Null
        (Get-ClientRole).AutoRefresh | Should -BeTrue
        (Get-ClientRole).RefreshUntil | Should -BeGreaterThan ([datetimeoffset]::UtcNow.AddMinutes(110))
        Exit-ClientRole
    }
}
