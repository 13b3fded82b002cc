Describe 'Remove-RemoteAccessRole' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'removes nothing under -WhatIf' {
        (Remove-RemoteAccessRole Globex 444444444444 -Tier ReadOnly -ProfileName client-444444444444 -WhatIf).Status | Should -Be Planned
        Get-RemoteAccessRole Globex 444444444444 -ProfileName client-444444444444 | Should -Not -BeNullOrEmpty
    }

    It 'removes the role with all that it carries' {
        (Remove-RemoteAccessRole Globex 444444444444 -Tier ReadOnly -ProfileName client-444444444444 -Force).Status | Should -Be Removed
        Get-RemoteAccessRole Globex 444444444444 -ProfileName client-444444444444 | Should -BeNullOrEmpty
    }

    It 'fails when there is nothing to remove' {
        { Remove-RemoteAccessRole Globex 444444444444 -Tier ReadOnly -ProfileName client-444444444444 -Force -ErrorAction Stop } | Should -Throw -ErrorId 'RoleNotFound,CrossAccess.Commands.RemoveRemoteAccessRoleCommand'
    }
}
