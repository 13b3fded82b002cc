Describe 'Get-CrossAccessClient' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'lists each client once, with all its accounts' {
        $clients = Get-CrossAccessClient
        $clients.Client | Should -Be AbcCorp, Globex
        ($clients | Where-Object Client -EQ AbcCorp).Account.AccountId | Sort-Object | Should -Be '222222222222', '333333333333'
    }

    It 'takes wildcards' {
        (Get-CrossAccessClient G*).Client | Should -Be Globex
    }

    It 'fails for a client that is not there' {
        { Get-CrossAccessClient Nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ClientNotFound,CrossAccess.Commands.GetCrossAccessClientCommand'
    }
}
