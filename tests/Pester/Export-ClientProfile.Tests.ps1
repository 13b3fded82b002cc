Describe 'Export-ClientProfile' {
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
        Set-Content $file "[default]`nregion = eu-west-1"
    }

    It 'writes a profile for each client and account, and asks AWS nothing' {
        $before = @(Get-CrossAccessSandbox -Event).Count
        $made = Export-ClientProfile -Path $file -RoleSessionName ana
        $made.ProfileName | Should -Be 'AbcCorp-production-ReadOnly', 'AbcCorp-staging-ReadOnly', 'Globex-ReadOnly'
        $made.Status | Should -Be 'Created', 'Created', 'Created'
        @(Get-CrossAccessSandbox -Event).Count | Should -Be $before
    }

    It 'leaves everything else in the file as it is' {
        Export-ClientProfile -Path $file -RoleSessionName ana | Out-Null
        Get-Content $file -TotalCount 2 | Should -Be '[default]', 'region = eu-west-1'
    }

    It 'changes nothing the second time' {
        Export-ClientProfile -Path $file -RoleSessionName ana | Out-Null
        (Export-ClientProfile -Path $file -RoleSessionName ana).Status | Select-Object -Unique | Should -Be 'Unchanged'
    }

    It 'writes nothing under -WhatIf' {
        (Export-ClientProfile Globex -Path $file -RoleSessionName ana -WhatIf).Status | Should -Be 'Planned'
        Get-Content $file -Raw | Should -Not -Match 'Globex'
    }

    It 'refuses a name that is somebody else''s' {
        Add-Content $file '[profile Globex-ReadOnly]'
        { Export-ClientProfile Globex -Path $file -ErrorAction Stop } | Should -Throw -ErrorId 'ProfileExists,CrossAccess.Commands.ExportClientProfileCommand'
    }

    It 'does not write over what was edited' {
        Export-ClientProfile -Path $file -RoleSessionName ana | Out-Null
        (Get-Content $file) -replace 'role_session_name = ana', 'role_session_name = ben' | Set-Content $file
        { Export-ClientProfile -Path $file } | Should -Throw -ErrorId 'ProfileBlockDamaged,CrossAccess.Commands.ExportClientProfileCommand'
    }

    It 'gives the text of the browser extension' {
        Export-ClientProfile Globex -Format AwsExtendSwitchRoles | Should -Match 'source_profile = acme-home-GlobexReadOnly'
    }
}
