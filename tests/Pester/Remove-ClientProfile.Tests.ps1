Describe 'Remove-ClientProfile' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
        $file = Join-Path $TestDrive config
    }

    AfterAll {
        Stop-Rehearsal
    }

    BeforeEach {
        Set-Content $file '[default]'
        Export-ClientProfile -Path $file -RoleSessionName ana | Out-Null
    }

    It 'takes away what is named and leaves the rest' {
        (Remove-ClientProfile AbcCorp -Account staging -Path $file).Status | Should -Be 'Removed'
        Get-Content $file -Raw | Should -Match 'AbcCorp-production-ReadOnly'
        Get-Content $file -Raw | Should -Not -Match 'AbcCorp-staging-ReadOnly'
    }

    It 'leaves the file as it was when all are gone' {
        Remove-ClientProfile * -Path $file | Out-Null
        Get-Content $file | Should -Be '[default]'
    }

    It 'says that there is nothing of a client' {
        { Remove-ClientProfile Initech -Path $file -ErrorAction Stop } | Should -Throw -ErrorId 'ProfileNotFound,CrossAccess.Commands.RemoveClientProfileCommand'
    }
}
