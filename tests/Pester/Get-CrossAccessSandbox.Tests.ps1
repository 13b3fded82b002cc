Describe 'Get-CrossAccessSandbox' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal -Empty | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'shows the one that runs' {
        (Get-CrossAccessSandbox).HomeAccountId | Should -Be '111111111111'
    }

    It 'lists the requests that it has answered' {
        Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home | Out-Null
        (Get-CrossAccessSandbox -Event).Operation | Should -Contain ListInstances
    }
}
