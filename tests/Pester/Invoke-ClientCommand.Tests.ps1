Describe 'Invoke-ClientCommand' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'runs in every account of a client, and results say where they come from' {
        $results = Invoke-ClientCommand AbcCorp -Tier ReadOnly -KeepOrder -HomeProfileName ana@AbcCorpReadOnly { "$env:CROSSACCESS_CLIENT" }
        $results | Should -Be 'AbcCorp', 'AbcCorp'
        $results.AccountId | Should -Be '222222222222', '333333333333'
    }

    It 'leaves this session''s environment alone' {
        $before = $env:AWS_ACCESS_KEY_ID
        Invoke-ClientCommand Globex -HomeProfileName ana@GlobexReadOnly { $env:AWS_ACCESS_KEY_ID } | Should -Match '^ASIA'
        $env:AWS_ACCESS_KEY_ID | Should -Be $before
    }

    It 'makes one error of a script that fails in one account, and goes on in the others' {
        $results = Invoke-ClientCommand AbcCorp -HomeProfileName ana@AbcCorpReadOnly -ErrorAction SilentlyContinue -ErrorVariable failed { param($Name) if ($env:CROSSACCESS_TIER -eq $Name) { throw 'broken' }; 'ran' } -ArgumentList ReadOnly
        $results | Should -BeNullOrEmpty
        $failed | Should -HaveCount 2
        $failed.TargetObject.AccountId | Sort-Object | Should -Be '222222222222', '333333333333'
    }
}
