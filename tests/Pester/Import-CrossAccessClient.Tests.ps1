Describe 'Import-CrossAccessClient' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
        # As good as made by hand: the inventory knows nothing of it.
        $inventory = (Get-CrossAccessConfiguration).InventoryPath
        Remove-Item $inventory
        Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'shows what there is and changes nothing under -WhatIf' {
        $before = Measure-Change
        $found = Import-CrossAccessClient -WhatIf
        $found.Client | Should -Be AbcCorp, AbcCorp, Globex
        $found.Status | Select-Object -Unique | Should -Be Planned
        $found[0].Group | Should -Be Engineers
        Measure-Change | Should -Be $before
        Get-CrossAccessClient | Should -BeNullOrEmpty
    }

    It 'goes to a file and back' {
        $path = Join-Path $TestDrive 'proposal.csv'
        Import-CrossAccessClient -WhatIf | Export-Csv $path
        (Import-Csv $path | Import-CrossAccessClient -Force).Status | Select-Object -Unique | Should -Be Adopted
        (Get-CrossAccessClient).Client | Should -Be AbcCorp, Globex
        (Import-CrossAccessClient -Force).Status | Select-Object -Unique | Should -Be Unchanged
    }

    It 'fails for a permission set that is not there' {
        { Import-CrossAccessClient -PermissionSetName Nobody -ErrorAction Stop } | Should -Throw -ErrorId 'PermissionSetNotFound,CrossAccess.Commands.ImportCrossAccessClientCommand'
    }
}
