Describe 'Get-CrossAccessConfiguration' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'shows what has been recorded' {
        (Get-CrossAccessConfiguration).Company | Should -Be acme
    }

    It 'names the inventory that it comes from' {
        (Get-CrossAccessConfiguration).InventoryPath | Should -Be $env:CROSSACCESS_INVENTORY
    }
}
