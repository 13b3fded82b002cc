# A tour of CrossAccess against the Sandbox, a local AWS: nothing here reaches the network or costs anything.
# It shows each command as it is typed and what it gives, and exits with 1 when one does not do what it should.

$width = 80
$Host.UI.RawUI.BufferSize = [System.Management.Automation.Host.Size]::new($width, 50)
Set-Location $PSScriptRoot

# The tour keeps its own inventory and credentials: the user's own are neither read nor changed.
$folder = [System.IO.Directory]::CreateTempSubdirectory('crossaccess-rehearsal-').FullName
$env:CROSSACCESS_INVENTORY = Join-Path $folder inventory.json
foreach ($name in 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_REGION', 'AWS_DEFAULT_REGION') {
    [Environment]::SetEnvironmentVariable($name, $null)
}

$script:steps = 0
$script:failed = [System.Collections.Generic.List[string]]::new()

function Show-Command([string] $Title, [scriptblock] $Command) {
    $script:steps++
    $heading = "$script:steps. $Title"
    ''
    $heading
    '-' * [Math]::Min($heading.Length, $width)
    $lines = $Command.ToString().Trim() -split '\r?\n'
    "PS> $($lines[0])"
    foreach ($line in $lines | Select-Object -Skip 1) { ">>   $($line.Trim())" }
}

# A step that should work.
function Step([string] $Title, [scriptblock] $Command) {
    Show-Command $Title $Command | Out-Default
    $Error.Clear()
    try { . $Command | Out-Default }
    catch { $_ | Out-Default }
    if ($Error.Count -gt 0) { $script:failed.Add($Title) }
}

# A step that should be refused, with the error that says so.
function Refused([string] $Title, [string] $ErrorId, [scriptblock] $Command) {
    Show-Command $Title $Command | Out-Default
    $Error.Clear()
    try { . $Command 2>&1 | Out-Default }
    catch { $_ | Out-Default }
    if ($Error.Count -eq 0 -or $Error[0].FullyQualifiedErrorId -notlike "$ErrorId,*") { $script:failed.Add($Title) }
}

'CrossAccess: a rehearsal'
'One provider (acme), three clients, a local AWS. The commands are those of real life.'

try {
    Step 'Start a local AWS: an admin account, a home account, four client accounts' {
        Start-CrossAccessSandbox -ClientAccount (Import-Csv clients.csv).AccountId
    }
    Step 'Say who we are: Identity Center and the home account are found by asking AWS' {
        Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home
    }
    Step 'Say what a DevOps engineer may do; the other two tiers need no word' {
        Set-AccessTier DevOps -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess
    }
    Step 'The tiers' {
        Get-AccessTier
    }
    Step 'The clients: one of the three has two accounts' {
        Import-Csv clients.csv | Format-Table
    }
    Step 'Rehearse the onboarding of all of them: nothing is made yet' {
        Import-Csv clients.csv |
            New-RemoteAccessRole -Tier ReadOnly, Administrator, DevOps -WhatIf |
            New-ClientPermissionSet -WhatIf |
            Grant-ClientAccess -Group Engineers -WhatIf
    }
    Step 'Do it: roles in the clients'' accounts' {
        Import-Csv clients.csv |
            New-RemoteAccessRole -Tier ReadOnly, Administrator, DevOps
    }
    Step 'And the rest of the way: a permission set per client and tier, granted to a group' {
        Import-Csv clients.csv |
            New-RemoteAccessRole -Tier ReadOnly, Administrator, DevOps |
            New-ClientPermissionSet |
            Grant-ClientAccess -Group Engineers
    }
    Step 'Once more: what is already so stays as it is' {
        Import-Csv clients.csv |
            New-RemoteAccessRole -Tier ReadOnly, Administrator, DevOps |
            New-ClientPermissionSet |
            Grant-ClientAccess -Group Engineers
    }
    Step 'Grant one person one client' {
        Grant-ClientAccess AbcCorp -Tier ReadOnly -User ana
    }
    Step 'Who can reach what' {
        Get-ClientAccess
    }
    Step 'Ana signs in' {
        $env:AWS_PROFILE = 'ana@AbcCorpReadOnly'
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
    Refused 'Another client, which she was not granted, refuses her' ClientAccessDenied {
        Enter-ClientRole Globex -Tier ReadOnly
    }
    Step 'The admin is back' {
        $env:AWS_PROFILE = $null
    }
    Step 'Take a grant back' {
        Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Confirm:$false
    }
    Step 'Take all of a client''s DevOps tier away: grant, permission set, role' {
        Revoke-ClientAccess Globex -Tier DevOps -Group Engineers -Confirm:$false
        Remove-ClientPermissionSet Globex -Tier DevOps -Confirm:$false
        Remove-RemoteAccessRole Globex -Tier DevOps -ProfileName sandbox-444444444444 -Confirm:$false
    }
    Step 'Stop the local AWS' {
        Stop-CrossAccessSandbox
    }
}
finally {
    [System.IO.Directory]::Delete($folder, $true)
}

''
if ($failed.Count -gt 0) {
    "$($failed.Count) of $steps steps did not do what they should:"
    foreach ($title in $failed) { "  $title" }
    exit 1
}
"All $steps steps did what they should."
