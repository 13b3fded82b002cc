Describe 'Enter-ClientRole' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
    }

    AfterAll {
        Stop-Rehearsal
    }

    AfterEach {
        if (Get-ClientRole) { Exit-ClientRole -All }
    }

    It 'puts the client''s credentials into the environment and takes the profile away' {
        $session = Enter-ClientRole AbcCorp -Account production -HomeProfileName ana@AbcCorpReadOnly
        $session.AccountId | Should -Be '222222222222'
        $env:AWS_ACCESS_KEY_ID | Should -Be $session.AccessKey
        $env:AWS_PROFILE | Should -BeNullOrEmpty
        $env:CROSSACCESS_CLIENT | Should -Be AbcCorp
    }

    It 'shows no secret' {
        $session = Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly
        $session | Format-List * | Out-String | Should -Not -Match ([regex]::Escape($session.SecretAccessKey))
        $session | ConvertTo-Json | Should -Not -Match ([regex]::Escape($session.SecretAccessKey))
    }

    It 'asks which of several accounts is meant' {
        { Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly } | Should -Throw -ErrorId 'AccountAmbiguous,CrossAccess.Commands.EnterClientRoleCommand'
    }

    It 'lets nothing that AWS Tools has stored outrank the session' {
        $global:StoredAWSRegion = 'us-east-1'
        Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly | Out-Null
        $StoredAWSRegion | Should -BeNullOrEmpty
        Exit-ClientRole
        $StoredAWSRegion | Should -Be us-east-1
        Set-Variable StoredAWSRegion us-east-1 -Scope Global -Option ReadOnly
        { Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly } | Should -Throw -ErrorId 'StoredCredentialsReadOnly,CrossAccess.Commands.EnterClientRoleCommand'
        Remove-Variable StoredAWSRegion -Scope Global -Force
    }

    It 'serves the credentials and leaves no key in the environment with -AutoRefresh' {
        $session = Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly -AutoRefresh
        $session.AutoRefresh | Should -BeTrue
        $env:AWS_ACCESS_KEY_ID | Should -BeNullOrEmpty
        $env:AWS_CONTAINER_CREDENTIALS_FULL_URI | Should -Match '^http://127\.0\.0\.1:\d+/'
        $config = $env:AWS_CONFIG_FILE
        Get-Content $config | Should -Contain "[profile $env:AWS_PROFILE]"
        Exit-ClientRole
        Test-Path $config | Should -BeFalse
    }

    It 'leaves the prompt alone when asked to, and gives it back in any case' {
        function global:prompt { 'me> ' }
        $global:CrossAccessPromptPreference = 'SilentlyContinue'
        Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly | Out-Null
        prompt | Should -Be 'me> '
        Exit-ClientRole
        Remove-Variable CrossAccessPromptPreference -Scope Global
        Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly | Out-Null
        Exit-ClientRole
        prompt | Should -Be 'me> '
    }

    It 'refuses credentials that are not home''s' {
        { Enter-ClientRole Globex -HomeProfileName client-444444444444 } | Should -Throw -ErrorId 'AccountMismatch,CrossAccess.Commands.EnterClientRoleCommand'
    }
}
