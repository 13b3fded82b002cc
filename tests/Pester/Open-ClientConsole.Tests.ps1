Describe 'Open-ClientConsole' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
        $browser = $env:BROWSER
        # None, so that no window opens; only Linux reads it.
        $env:BROWSER = Join-Path ([IO.Path]::GetTempPath()) 'no-such-browser'
    }

    AfterAll {
        $env:BROWSER = $browser
        Stop-Rehearsal
    }

    It 'names the command to use where no browser can be opened' -Skip:(-not $IsLinux) {
        { Open-ClientConsole Globex -HomeProfileName ana@GlobexReadOnly -ErrorAction Stop } | Should -Throw -ErrorId 'BrowserNotFound,CrossAccess.Commands.OpenClientConsoleCommand'
    }

    It 'does not pick one of several accounts' -Skip:(-not $IsLinux) {
        { Get-CrossAccessClient AbcCorp | Open-ClientConsole -ErrorAction Stop } | Should -Throw -ErrorId 'AccountAmbiguous,CrossAccess.Commands.OpenClientConsoleCommand'
    }
}
