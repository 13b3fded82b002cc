Describe 'Get-RemoteAccessRole' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'shows what IAM says' {
        $role = Get-RemoteAccessRole Globex 444444444444 -ProfileName client-444444444444
        $role.RoleArn | Should -Be arn:aws:iam::444444444444:role/acme-read-only
        $role.ManagedPolicyArn | Should -Be arn:aws:iam::aws:policy/ReadOnlyAccess
    }

    It 'takes the rows that New-RemoteAccessRole takes' {
        @(Get-Row | Get-RemoteAccessRole -Tier ReadOnly).Count | Should -Be 3
    }
}
