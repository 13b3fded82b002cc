# The AWS CLI with these arguments. What it prints; an error ends the script unless it is the one that is expected.
function Invoke-Aws([string[]] $Arguments, [string] $Expected) {
    # Windows PowerShell takes what a program writes to its error stream for an error of its own.
    $ErrorActionPreference = 'Continue'
    $said = @(& aws @Arguments 2>&1)
    $code = $LASTEXITCODE
    $ErrorActionPreference = 'Stop'
    $problems = @($said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) -join "`n"
    if ($code -eq 0) { return @($said | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] }) }
    if ($Expected -and $problems.Contains($Expected)) { return }
    throw "aws $($Arguments -join ' ') failed: $problems`nRun the script again once the cause is gone: it does what is left."
}

# Stops unless these are credentials of the account that is meant.
function Assert-Account {
    if (-not (Get-Command aws -CommandType Application -ErrorAction Ignore)) { throw 'The AWS CLI is needed: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html' }
    $account = Invoke-Aws 'sts', 'get-caller-identity', '--query', 'Account', '--output', 'text'
    "This is account $account."
    if ($account -eq $homeAccount) { throw "That is ${company}'s own account; this is for an account of $client. Nothing was changed." }
    if ($expectedAccount -and $account -ne $expectedAccount) { throw "This is for account $expectedAccount alone. Nothing was changed." }
}

# Whose a role is, as "company client tier"; nothing where there is no such role.
function Get-Owner([string] $Name) {
    $query = "Role.[Tags[?Key=='crossaccess:company'].Value | [0], Tags[?Key=='crossaccess:client'].Value | [0], Tags[?Key=='crossaccess:tier'].Value | [0]]"
    $owner = Invoke-Aws 'iam', 'get-role', '--role-name', $Name, '--query', $query, '--output', 'text' -Expected NoSuchEntity
    if ($owner) { "$owner".Replace("`t", ' ') }
}

# A list that the AWS CLI prints in one or more lines, between tabs.
function Get-List([string[]] $Arguments) {
    foreach ($line in Invoke-Aws ($Arguments + '--output' + 'text')) { foreach ($item in "$line".Split("`t")) { if ($item -and $item -ne 'None') { $item } } }
}

# Documents go through files: Windows PowerShell does not hand quotes on to programs.
function Save-Document([string] $Name, [string] $Json) {
    $path = [System.IO.Path]::Combine($work, $Name)
    [System.IO.File]::WriteAllText($path, $Json)
    "file://$path"
}

# Makes a role, or makes it so.
function Install-Role($Role) {
    $name = $Role.Name
    $trust = Save-Document trust.json $Role.Trust
    $tags = Save-Document tags.json $Role.Tags
    $owner = Get-Owner $name
    if (-not $owner) {
        $arguments = 'iam', 'create-role', '--role-name', $name, '--description', $Role.Description, '--max-session-duration', $Role.Seconds, '--assume-role-policy-document', $trust, '--tags', $tags
        if ($Role.Boundary) { $arguments += '--permissions-boundary', $Role.Boundary }
        $null = Invoke-Aws $arguments
    }
    elseif ($owner -eq "$company $client $($Role.Tier)") {
        $null = Invoke-Aws 'iam', 'update-assume-role-policy', '--role-name', $name, '--policy-document', $trust
        $null = Invoke-Aws 'iam', 'update-role', '--role-name', $name, '--description', $Role.Description, '--max-session-duration', $Role.Seconds
        $null = Invoke-Aws 'iam', 'tag-role', '--role-name', $name, '--tags', $tags
        if ($Role.Boundary) { $null = Invoke-Aws 'iam', 'put-role-permissions-boundary', '--role-name', $name, '--permissions-boundary', $Role.Boundary }
    }
    else { throw "There is a role $name already that was not made for $company, $client, $($Role.Tier). It was left as it is." }

    $attached = @(if ($owner) { Get-List 'iam', 'list-attached-role-policies', '--role-name', $name, '--query', 'AttachedPolicies[].PolicyArn' })
    foreach ($policy in $Role.ManagedPolicies) {
        if ($attached -notcontains $policy) { $null = Invoke-Aws 'iam', 'attach-role-policy', '--role-name', $name, '--policy-arn', $policy }
    }
    if ($Role.Inline) {
        $null = Invoke-Aws 'iam', 'put-role-policy', '--role-name', $name, '--policy-name', $inlinePolicy, '--policy-document', (Save-Document inline.json $Role.Inline)
    }
    elseif ($owner -and @(Get-List 'iam', 'list-role-policies', '--role-name', $name, '--query', 'PolicyNames') -contains $inlinePolicy) {
        $null = Invoke-Aws 'iam', 'delete-role-policy', '--role-name', $name, '--policy-name', $inlinePolicy
    }
    # What it carried before and shall no longer.
    foreach ($policy in $attached) {
        if ($Role.ManagedPolicies -notcontains $policy) { $null = Invoke-Aws 'iam', 'detach-role-policy', '--role-name', $name, '--policy-arn', $policy }
    }
    if ($owner) { "The role $name was there and is as it shall be." } else { "Made the role $name." }
}
