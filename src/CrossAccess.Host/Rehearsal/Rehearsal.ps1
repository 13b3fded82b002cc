# A tour of CrossAccess against the Sandbox, a local AWS: nothing here leaves the machine or costs anything.
# It shows each command as it is typed and what it gives, and exits with 1 when one does not do what it should.
# The Sandbox has an inventory and credentials of its own: the user's are neither read nor changed.

$width = 80
$Host.UI.RawUI.BufferSize = [System.Management.Automation.Host.Size]::new($width, 50)
Set-Location $PSScriptRoot

$script:steps = 0
$script:failed = [System.Collections.Generic.List[string]]::new()

function Show-Command([string] $Title, [string] $Text) {
    $script:steps++
    $heading = "$script:steps. $Title"
    $lines = $Text -split '\r?\n'
    @(
        ''
        $heading
        '-' * $heading.Length
        "PS> $($lines[0])"
        foreach ($line in $lines | Select-Object -Skip 1) { ">>   $($line.Trim())" }
    ) | Out-Default
}

# A step that should work. Where statuses are named, there are results, and each has one of them.
function Step([string] $Title, [scriptblock] $Command, [string[]] $Status) {
    $text = $Command.ToString().Trim()
    Show-Command $Title $text
    $Error.Clear()
    $results = @()
    # Made anew from its text, so that an error shows what was typed at a prompt and not a place in this file.
    try { $results = @(. ([scriptblock]::Create($text))) }
    catch { $_ | Out-Default }
    $results | Out-Default
    $isAsExpected = -not $Status -or ($results.Count -gt 0 -and -not ($results | Where-Object Status -NotIn $Status))
    if ($Error.Count -gt 0 -or -not $isAsExpected) { $script:failed.Add($Title) }
}

# A step that should be refused by AWS, with the error that says so.
function Refused([string] $Title, [scriptblock] $Command, [string] $ErrorId) {
    $text = $Command.ToString().Trim()
    Show-Command $Title $text
    $Error.Clear()
    try { . ([scriptblock]::Create($text)) 2>&1 | Out-Default }
    catch { $_ | Out-Default }
    if ($Error.Count -ne 1 -or $Error[0].FullyQualifiedErrorId -notlike "$ErrorId,*") { $script:failed.Add($Title) }
}

'CrossAccess: a rehearsal'
'One provider (acme), three clients, a local AWS. Commands as in real life.'

Step 'Start a local AWS: an admin account, home, and the clients'' accounts' {
    Start-CrossAccessSandbox -ClientAccount (Import-Csv clients.csv).AccountId
}
Step 'Say who we are; Identity Center is found by asking AWS' -Status Created {
    Initialize-CrossAccess acme `
        -AdminProfileName sandbox-admin -HomeProfileName sandbox-home
}
Step 'Say what DevOps may do; the other two tiers are known' -Status Updated {
    Set-AccessTier DevOps `
        -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess
}
Step 'The tiers' {
    Get-AccessTier
}
Step 'The clients: three, and one of them has two accounts' {
    Import-Csv clients.csv | Format-Table
}
Step 'See first what onboarding them would do: nothing is made' -Status Planned {
    Import-Csv clients.csv |
        New-RemoteAccessRole -Tier ReadOnly -WhatIf |
        New-ClientPermissionSet -WhatIf |
        Grant-ClientAccess -Group Engineers -WhatIf
}
Step 'Do it: role, permission set and grant per client and tier' -Status Created, Unchanged {
    Import-Csv clients.csv |
        New-RemoteAccessRole -Tier ReadOnly, Administrator, DevOps |
        New-ClientPermissionSet |
        Grant-ClientAccess -Group Engineers
}
Step 'Do it again: what is already so stays as it is' -Status Unchanged {
    Import-Csv clients.csv |
        New-RemoteAccessRole -Tier ReadOnly, Administrator, DevOps |
        New-ClientPermissionSet |
        Grant-ClientAccess -Group Engineers
}
Step 'What it made: a role per tier in each of a client''s accounts' {
    Import-Csv clients.csv | Where-Object Client -EQ AbcCorp |
        Get-RemoteAccessRole
}
Step 'And the permission sets over them' {
    Get-ClientPermissionSet AbcCorp
}
Step 'Grant one client to one person' -Status Created {
    Grant-ClientAccess AbcCorp -Tier ReadOnly -User eve
}
Step 'Who can reach that client' {
    Get-ClientAccess AbcCorp
}
Step 'Eve signs in with what she was granted' {
    $env:AWS_PROFILE = 'eve@AbcCorpReadOnly'
}
Step 'She enters the client''s production account' {
    Enter-ClientRole AbcCorp -Tier ReadOnly -Account production
}
Step 'Where she is' {
    Get-ClientRole
}
Step 'She leaves, and the session is what it was before' {
    Exit-ClientRole
}
Refused 'She was not granted another client: AWS refuses her' -ErrorId ClientAccessDenied {
    Enter-ClientRole Globex -Tier ReadOnly
}
Step 'The admin is back' {
    $env:AWS_PROFILE = 'sandbox-admin'
}
Step 'Be able to stop somebody at once: every permission set carries one policy' -Status Updated {
    Initialize-CrossAccess acme -DenyPolicy | Out-Null
    Get-ClientPermissionSet | New-ClientPermissionSet
}
Step 'It is 2 a.m.: stop eve, and see what remains possible' -Status Created {
    Revoke-ClientAccess -User eve -Now -Force
}
Step 'End that, too: the sessions that were open in the client''s account' -Status Created {
    Revoke-ClientSession AbcCorp 222222222222 -Tier ReadOnly -User eve -Force `
        -ProfileName client-222222222222
}
Step 'Take all away that she was granted' -Status Removed {
    Revoke-ClientAccess -User eve -Everywhere -Force
}
Step 'Take a tier away from a client: first who has it' -Status Removed {
    Revoke-ClientAccess Globex -Tier DevOps -Group Engineers -Force
}
Step 'Then its permission set' -Status Removed {
    Remove-ClientPermissionSet Globex -Tier DevOps -Force
}
Step 'Then the role in the client''s account' -Status Removed {
    Import-Csv clients.csv | Where-Object Client -EQ Globex |
        Remove-RemoteAccessRole -Tier DevOps -Force
}
Step 'Or a whole client at once, with a report' -Status Removed {
    Import-Csv clients.csv | Where-Object Client -EQ Initech |
        Remove-CrossAccessClient -Force
}
Step 'Stop the local AWS' {
    Stop-CrossAccessSandbox
}

''
if ($failed.Count -gt 0) {
    "$($failed.Count) of $steps steps did not do what they should:"
    foreach ($title in $failed) { "  $title" }
    exit 1
}
"All $steps steps did what they should."
