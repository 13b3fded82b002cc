Describe 'Get-ClientConsoleUrl' {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        Start-Rehearsal | Out-Null
        New-Onboarding -Tier ReadOnly, Administrator
    }

    AfterAll {
        Stop-Rehearsal
    }

    AfterEach {
        if (Get-ClientRole) { Exit-ClientRole -All }
    }

    It 'leads to the console of a client that is named, and leaves this shell alone' {
        $url = Get-ClientConsoleUrl AbcCorp -Account production -Service s3 -HomeProfileName ana@AbcCorpReadOnly
        $page = Invoke-WebRequest $url.Url
        $page.Content | Should -Match '222222222222'
        $page.Content | Should -Match 'acme-read-only'
        $page.Content | Should -Match '/s3/home'
        Get-ClientRole | Should -BeNullOrEmpty
    }

    It 'means the role that was entered last' {
        Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly | Out-Null
        (Get-ClientConsoleUrl).Client | Should -Be Globex
        (Get-ClientRole | Get-ClientConsoleUrl).Client | Should -Be Globex
    }

    It 'shows the address to nobody who did not ask for it' {
        $url = Get-ClientConsoleUrl Globex -HomeProfileName ana@GlobexReadOnly
        $url.Url | Should -Match 'SigninToken='
        $url | Format-Table | Out-String | Should -Not -Match 'SigninToken'
        $url | Format-List * | Out-String | Should -Not -Match 'SigninToken'
        $url | ConvertTo-Csv | Should -Not -Match 'SigninToken'
        "$url" | Should -Not -Match 'SigninToken'
    }

    It 'gives links for every client, account and tier' {
        $links = Get-CrossAccessClient | Get-ClientConsoleUrl -SwitchRole
        $links | Should -HaveCount 6
        ($links | Where-Object Tier -EQ Administrator).Color | Select-Object -Unique | Should -Be f2b0a9
        $links[0].Url | Should -Match 'switchrole\?account=222222222222&roleName=acme-'
        (Get-Row | Get-ClientConsoleUrl -SwitchRole).AccountId | Should -Be 222222222222, 333333333333, 444444444444
    }

    It 'gives the way through the access portal' {
        (Get-ClientConsoleUrl Globex -Portal).Url | Should -Match '/start/#/console\?account_id=111111111111&role_name=GlobexReadOnly$'
    }

    It 'says what is missing' {
        { Get-ClientConsoleUrl -ErrorAction Stop } | Should -Throw -ErrorId 'NotEntered,CrossAccess.Commands.GetClientConsoleUrlCommand'
        { Get-ClientConsoleUrl AbcCorp -SwitchRole -ErrorAction Stop } | Should -Throw -ErrorId 'AccountAmbiguous,CrossAccess.Commands.GetClientConsoleUrlCommand'
    }
}
