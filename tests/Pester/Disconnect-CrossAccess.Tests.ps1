Describe 'Disconnect-CrossAccess' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-CrossAccessSandbox -ApproveSignInAs ana | Out-Null
        Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'ends the sign-in at the portal' {
        Connect-CrossAccess -UseDeviceCode -WarningAction SilentlyContinue | Out-Null
        Disconnect-CrossAccess
        (Get-CrossAccessSandbox -Event).Operation | Should -Contain Logout
    }

    It 'says that there is none' {
        { Disconnect-CrossAccess -ErrorAction Stop } | Should -Throw -ErrorId 'SignInRequired,*'
    }
}
