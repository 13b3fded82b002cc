# For every test file: the built module, and a Sandbox in which acme is set up. Dot-source it in BeforeAll:
#     . $PSScriptRoot/Common.ps1
# Nothing here reaches AWS; Stop-Rehearsal in AfterAll puts the environment back.

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../../CrossAccess.psd1') -Force

# A Sandbox alone, or one in which the provider is set up.
function Start-Rehearsal([switch] $Empty) {
    $sandbox = Start-CrossAccessSandbox
    if (-not $Empty) { Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home | Out-Null }
    $sandbox
}

function Stop-Rehearsal {
    if (Get-ClientRole) { Exit-ClientRole -All }
    if (Get-CrossAccessSandbox) { Stop-CrossAccessSandbox }
}

# The rows that a clients.csv of the Sandbox's accounts would have.
function Get-Row {
    @'
Client,AccountId,AccountName,ProfileName
AbcCorp,222222222222,production,client-222222222222
AbcCorp,333333333333,staging,client-333333333333
Globex,444444444444,,client-444444444444
'@ | ConvertFrom-Csv
}

# Roles, permission sets and grants for all of them, so that there is something to read and to remove.
function New-Onboarding([string[]] $Tier = 'ReadOnly', [string] $Group = 'Engineers') {
    Get-Row | New-RemoteAccessRole -Tier $Tier | New-ClientPermissionSet | Grant-ClientAccess -Group $Group | Out-Null
}

# How many requests changed something.
function Measure-Change { @(Get-CrossAccessSandbox -Event | Where-Object { -not $_.IsReadOnly }).Count }
