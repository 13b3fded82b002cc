Describe 'Set-AccessTier' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'changes nothing under -WhatIf' {
        (Set-AccessTier DevOps -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess -WhatIf).Status | Should -Be Planned
        (Get-AccessTier DevOps).ManagedPolicyArn | Should -BeNullOrEmpty
    }

    It 'says what a tier may do, once' {
        (Set-AccessTier DevOps -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess).Status | Should -Be Updated
        (Set-AccessTier DevOps -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess).Status | Should -Be Unchanged
    }

    It 'defines a tier of the admin''s own by a hashtable' {
        $policy = @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Action = 'ce:Get*'; Resource = '*' }) }
        (Set-AccessTier Billing -PolicyDocument $policy).RoleNameSuffix | Should -Be billing
    }
}
