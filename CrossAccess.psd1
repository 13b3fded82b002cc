@{
    RootModule           = 'bin/CrossAccess.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '0772d999-6fb5-402b-be3a-fa3914ddd713'
    Author               = 'CrossAccess'
    CompanyName          = 'CrossAccess'
    Copyright            = '(c) CrossAccess. All rights reserved.'
    Description          = 'Access to the AWS accounts of a service provider''s clients, from the provider''s own IAM Identity Center: remote roles, permission sets, account assignments, and entering a client''s role.'

    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    FormatsToProcess     = @('bin/CrossAccess.Format.ps1xml')

    # Named one by one, so that PowerShell finds a command without loading the module.
    CmdletsToExport      = @(
        'Initialize-CrossAccess'
        'Connect-CrossAccess'
        'Disconnect-CrossAccess'
        'Get-CrossAccessConfiguration'
        'Get-CrossAccessClient'
        'Import-CrossAccessClient'
        'Remove-CrossAccessClient'
        'Get-AccessTier'
        'Set-AccessTier'
        'New-RemoteAccessRole'
        'Get-RemoteAccessRole'
        'Remove-RemoteAccessRole'
        'Export-RemoteAccessTemplate'
        'New-ClientPermissionSet'
        'Get-ClientPermissionSet'
        'Remove-ClientPermissionSet'
        'Grant-ClientAccess'
        'Get-ClientAccess'
        'Revoke-ClientAccess'
        'Test-ClientAccess'
        'Enter-ClientRole'
        'Exit-ClientRole'
        'Get-ClientRole'
        'Revoke-ClientSession'
        'Get-ClientConsoleUrl'
        'Open-ClientConsole'
        'Get-ClientCredential'
        'Export-ClientProfile'
        'Remove-ClientProfile'
        'Invoke-ClientCommand'
        'Start-CrossAccessSandbox'
        'Stop-CrossAccessSandbox'
        'Get-CrossAccessSandbox'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'IAM', 'IdentityCenter', 'SSO', 'STS', 'CrossAccount', 'PermissionSet', 'MSP', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = '0.1.0: remote access roles, client permission sets, grants, entering and leaving client roles, opening clients'' consoles, and a local Sandbox to rehearse them in.'
        }
    }
}
