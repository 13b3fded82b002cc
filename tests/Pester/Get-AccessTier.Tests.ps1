Describe 'Get-AccessTier' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'has three tiers from the start' {
        (Get-AccessTier).Tier | Should -Be Administrator, ReadOnly, DevOps
    }

    It 'shows which policies a tier has' {
        (Get-AccessTier ReadOnly).ManagedPolicyArn | Should -Be arn:aws:iam::aws:policy/ReadOnlyAccess
    }
}
