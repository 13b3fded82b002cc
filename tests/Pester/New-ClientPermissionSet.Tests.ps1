Describe 'New-ClientPermissionSet' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        Get-Row | New-RemoteAccessRole | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'makes one set over all accounts of the client' {
        $set = New-ClientPermissionSet AbcCorp
        $set.Status | Should -Be Created
        $set.PermissionSetName | Should -Be AbcCorpReadOnly
        $set.AssumableRoleArn.Count | Should -Be 2
    }

    It 'changes nothing when run again' {
        (New-ClientPermissionSet AbcCorp).Status | Should -Be Unchanged
    }

    It 'refuses a name that AWS would refuse' {
        { New-ClientPermissionSet Globex -PermissionSetName ('x' * 33) -ErrorAction Stop } | Should -Throw -ErrorId 'NameTooLong,CrossAccess.Commands.NewClientPermissionSetCommand'
    }
}
