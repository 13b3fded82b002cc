Describe 'Revoke-ClientSession' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
        $globex = @{ Client = 'Globex'; AccountId = '444444444444'; Tier = 'ReadOnly'; ProfileName = 'client-444444444444'; Force = $true; WarningAction = 'SilentlyContinue' }
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'says under -WhatIf who would be cut off, and changes nothing' {
        $before = Measure-Change
        (Revoke-ClientSession @globex -WhatIf -WarningVariable warnings).Status | Should -Be Planned
        $warnings | Should -BeLike '*group Engineers*'
        Measure-Change | Should -Be $before
    }

    It 'acts once on the role that several grants mean' {
        Grant-ClientAccess Globex -User eve | Out-Null
        $revoked = Get-ClientAccess Globex | Revoke-ClientSession -ProfileName client-444444444444 -Force -WarningAction SilentlyContinue
        $revoked.Status | Should -Be Created
        $revoked.RevokedBefore | Should -BeLessThan $revoked.LiftableAfter
    }

    It 'moves the deny on' {
        $null = (Get-CrossAccessSandbox).Advance('0:10')
        (Revoke-ClientSession @globex).Status | Should -Be Updated
    }

    It 'lifts the deny when the longest session is over, and not before' {
        { Revoke-ClientSession @globex -Lift -ErrorAction Stop } | Should -Throw -ErrorId 'SessionDenyNeeded,CrossAccess.Commands.RevokeClientSessionCommand'
        $null = (Get-CrossAccessSandbox).Advance('1:10')
        (Revoke-ClientSession @globex -Lift).Status | Should -Be Removed
        (Revoke-ClientSession @globex -Lift).Status | Should -Be Unchanged
    }

    It 'has home deny the user first who is the reason' {
        Initialize-CrossAccess acme -DenyPolicy | Out-Null
        New-ClientPermissionSet Globex | Out-Null
        (Revoke-ClientSession @globex -User eve).Status | Should -Be Created
        (Get-ClientAccess -Denied).User | Should -Be eve
    }

    It 'recommends the command for the client''s admin where it may not' {
        $globex.ProfileName = 'client-222222222222'
        Revoke-ClientSession @globex -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.ErrorDetails.RecommendedAction | Should -BeLike 'aws iam put-role-policy --role-name acme-read-only *'
    }
}
