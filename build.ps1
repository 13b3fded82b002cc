#requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests or packages the module.
.DESCRIPTION
    Build    dotnet build, which lays out bin/.
    Test     Build, dotnet test, and the Pester tests in a child pwsh where Pester 5 is installed.
    Package  Build, then the files that a user needs in out/CrossAccess/<version>.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$root = $PSScriptRoot

function Invoke-Native([scriptblock] $Command) {
    & $Command
    if ($LASTEXITCODE -ne 0) { throw "Failed with exit code ${LASTEXITCODE}: $Command" }
}

function Build { Invoke-Native { dotnet build $root --configuration $Configuration } }

function Test {
    Build
    Push-Location $root
    try { Invoke-Native { dotnet test --configuration $Configuration --no-build } }
    finally { Pop-Location }

    if (-not (Get-Module Pester -ListAvailable | Where-Object Version -GE '5.0')) {
        Write-Warning 'Pester 5 is not installed, so tests/Pester was not run. To install it: Install-PSResource Pester'
        return
    }
    # A process of its own, so that the module's assemblies are not held by this one.
    $run = "`$result = Invoke-Pester -Path '$root/tests/Pester' -PassThru; exit `$result.FailedCount"
    Invoke-Native { pwsh -NoProfile -NonInteractive -Command $run }
}

function Package {
    Build
    $version = (Import-PowerShellDataFile "$root/CrossAccess.psd1").ModuleVersion
    $stage = "$root/out/CrossAccess/$version"
    if (Test-Path $stage) { Remove-Item $stage -Recurse }
    New-Item $stage -ItemType Directory | Out-Null
    foreach ($part in 'CrossAccess.psd1', 'README.md', 'en-US', 'bin') { Copy-Item "$root/$part" $stage -Recurse }
    Get-ChildItem $stage -Recurse -Filter *.pdb | Remove-Item
    Get-Item $stage
}

& $Task
