Describe 'Get-ClientCredential' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding
        $from = @{ Client = 'AbcCorp'; Account = 'production'; HomeProfileName = 'ana@AbcCorpReadOnly' }
    }

    AfterAll {
        Stop-Rehearsal
    }

    It 'enters nothing' {
        (Get-ClientCredential @from).AccountId | Should -Be '222222222222'
        Get-ClientRole | Should -BeNullOrEmpty
        $env:CROSSACCESS_CLIENT | Should -BeNullOrEmpty
    }

    It 'gives what a credential_process prints' {
        $document = Get-ClientCredential @from -Format process | ConvertFrom-Json
        $document.Version | Should -Be 1
        $document.AccessKeyId | Should -BeLike 'ASIA*'
    }

    It 'gives text that PowerShell runs' {
        $before = $env:AWS_ACCESS_KEY_ID
        try {
            Get-ClientCredential @from -Format powershell | Invoke-Expression
            $env:AWS_ACCESS_KEY_ID | Should -BeLike 'ASIA*'
        }
        finally {
            $env:AWS_ACCESS_KEY_ID = $before
            Remove-Item Env:AWS_SECRET_ACCESS_KEY, Env:AWS_SESSION_TOKEN, Env:AWS_CREDENTIAL_EXPIRATION -ErrorAction Ignore
        }
    }

    It 'shows no secret without -Format' {
        $session = Get-ClientCredential @from
        $session | Format-List * | Out-String | Should -Not -Match ([regex]::Escape($session.SecretAccessKey))
    }

    It 'asks which of several accounts is meant' {
        { Get-ClientCredential AbcCorp -HomeProfileName ana@AbcCorpReadOnly -ErrorAction Stop } | Should -Throw -ErrorId 'AccountAmbiguous,CrossAccess.Commands.GetClientCredentialCommand'
    }
}
