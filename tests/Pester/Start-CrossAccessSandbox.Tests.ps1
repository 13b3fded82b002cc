Describe 'Start-CrossAccessSandbox' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
    }

    AfterAll {
        Stop-Rehearsal
    }

    AfterEach {
        Stop-Rehearsal
    }

    It 'leads this process to a local AWS' {
        $sandbox = Start-CrossAccessSandbox
        $sandbox.EndpointUrl | Should -BeLike 'http://127.0.0.1:*'
        $env:AWS_ENDPOINT_URL | Should -Be $sandbox.EndpointUrl
    }

    It 'is laid out as the parameters say' {
        $sandbox = Start-CrossAccessSandbox -ClientAccount 666666666666 -Group @{ Night = 'kim' }
        $sandbox.ClientAccountId | Should -Be '666666666666'
        $sandbox.User | Should -Contain kim
    }

    It 'runs once in a process' {
        Start-CrossAccessSandbox | Out-Null
        { Start-CrossAccessSandbox } | Should -Throw -ErrorId 'SandboxRunning,CrossAccess.Commands.StartCrossAccessSandboxCommand'
    }
}
