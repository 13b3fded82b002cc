Describe 'Stop-CrossAccessSandbox' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'puts every variable back to what it was' {
        $before = Get-ChildItem env: | Out-String
        Start-CrossAccessSandbox | Out-Null
        Stop-CrossAccessSandbox
        Get-ChildItem env: | Out-String | Should -Be $before
    }

    It 'fails when none is running' {
        { Stop-CrossAccessSandbox } | Should -Throw -ErrorId 'SandboxNotRunning,CrossAccess.Commands.StopCrossAccessSandboxCommand'
    }
}
