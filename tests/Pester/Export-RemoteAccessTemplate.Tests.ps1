Describe 'Export-RemoteAccessTemplate' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        $folder = Join-Path $TestDrive handover
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'gives text that can be written to a file as it is' {
        $template = Export-RemoteAccessTemplate AbcCorp -Format CloudFormation
        $template | Should -BeOfType string
        $file = Join-Path $TestDrive template.yaml
        $template > $file
        (Get-Content $file -Raw).TrimEnd() | Should -BeExactly $template.TrimEnd()
    }

    It 'writes nothing under -WhatIf' {
        (Get-Row | Export-RemoteAccessTemplate -Path $folder -WhatIf).Status | Should -Be Planned, Planned, Planned
        Test-Path $folder | Should -BeFalse
        Get-CrossAccessClient | Should -BeNullOrEmpty
    }

    It 'writes a folder for each row without asking AWS' {
        $before = @(Get-CrossAccessSandbox -Event).Count
        $kits = Get-Row | Export-RemoteAccessTemplate -Tier ReadOnly -Path $folder
        $kits.Status | Should -Be Created, Created, Created
        foreach ($kit in $kits) { foreach ($name in $kit.File) { Join-Path $kit.Path $name | Should -Exist } }
        @(Get-CrossAccessSandbox -Event).Count | Should -Be $before
        (Get-Row | Export-RemoteAccessTemplate -Tier ReadOnly -Path $folder).Status | Select-Object -Unique | Should -Be Unchanged
    }

    It 'pipes into what is made at home' {
        (Get-Row | Export-RemoteAccessTemplate -Path $folder | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers).Count | Should -Be 3
    }

    It 'keeps a generated external id' {
        $first = Export-RemoteAccessTemplate Globex 444444444444 -GenerateExternalId -WarningAction SilentlyContinue
        (Export-RemoteAccessTemplate Globex 444444444444 -GenerateExternalId -Format Terraform -WarningAction SilentlyContinue).ExternalId | Should -Be $first.ExternalId
    }

    It 'refuses an external id that nobody would know' {
        { Export-RemoteAccessTemplate Globex -GenerateExternalId -WarningAction SilentlyContinue -ErrorAction Stop } | Should -Throw -ErrorId 'RequestRejected,CrossAccess.Commands.ExportRemoteAccessTemplateCommand'
    }
}
