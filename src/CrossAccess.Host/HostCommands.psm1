# Stands in for Microsoft.PowerShell.Utility and .Management in a host that has only the engine.
# It has the few commands that the README and the rehearsal use, with the parameters they use; pwsh's own have more.
# The product never depends on it: CrossAccess works the same where these commands are PowerShell's own.

# A function in a module does not see what its caller has set: it reads the caller's preference through $PSCmdlet.
function CallerValue($Cmdlet, [string] $Name) { $Cmdlet.SessionState.PSVariable.GetValue($Name) }

function FullPath([string] $Path) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path) }

# The value of a property name, or of a script block with the object as $_.
function ValueOf($InputObject, $Property) {
    if ($Property -is [scriptblock]) {
        return $Property.InvokeWithContext($null, [psvariable]::new('_', $InputObject))
    }
    $InputObject.$Property
}

#region Streams

function Write-Output {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromRemainingArguments)] [AllowNull()] [AllowEmptyCollection()] $InputObject, [switch] $NoEnumerate)
    process { $PSCmdlet.WriteObject($InputObject, -not $NoEnumerate) }
}

function Write-Host {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromRemainingArguments)] $Object,
        [switch] $NoNewline, $Separator = ' ', [Nullable[ConsoleColor]] $ForegroundColor, [Nullable[ConsoleColor]] $BackgroundColor)
    process {
        $message = [System.Management.Automation.HostInformationMessage]@{ Message = $Object -join $Separator; NoNewLine = $NoNewline }
        if ($null -ne $ForegroundColor) { $message.ForegroundColor = $ForegroundColor }
        if ($null -ne $BackgroundColor) { $message.BackgroundColor = $BackgroundColor }
        $PSCmdlet.WriteInformation($message, [string[]]'PSHOST')
    }
}

function Write-Warning {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [AllowEmptyString()] [string] $Message)
    begin { if (-not $PSBoundParameters.ContainsKey('WarningAction')) { $WarningPreference = CallerValue $PSCmdlet WarningPreference } }
    process { $PSCmdlet.WriteWarning($Message) }
}

function Write-Verbose {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [AllowEmptyString()] [string] $Message)
    begin { if (-not $PSBoundParameters.ContainsKey('Verbose')) { $VerbosePreference = CallerValue $PSCmdlet VerbosePreference } }
    process { $PSCmdlet.WriteVerbose($Message) }
}

function Write-Debug {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [AllowEmptyString()] [string] $Message)
    begin { if (-not $PSBoundParameters.ContainsKey('Debug')) { $DebugPreference = CallerValue $PSCmdlet DebugPreference } }
    process { $PSCmdlet.WriteDebug($Message) }
}

function Write-Information {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] $MessageData, [string[]] $Tags = @())
    begin { if (-not $PSBoundParameters.ContainsKey('InformationAction')) { $InformationPreference = CallerValue $PSCmdlet InformationPreference } }
    process { $PSCmdlet.WriteInformation($MessageData, $Tags) }
}

function Write-Progress {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Activity, [Parameter(Position = 1)] [string] $Status = 'Processing',
        [int] $Id = 0, [int] $PercentComplete = -1, [switch] $Completed)
    process {
        $record = [System.Management.Automation.ProgressRecord]::new($Id, $Activity, $Status)
        $record.PercentComplete = $PercentComplete
        if ($Completed) { $record.RecordType = 'Completed' }
        $PSCmdlet.WriteProgress($record)
    }
}

function Write-Error {
    [CmdletBinding(DefaultParameterSetName = 'Message')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'Message')] [string] $Message,
        [Parameter(Mandatory, ParameterSetName = 'Exception')] [Exception] $Exception,
        [Parameter(Mandatory, ParameterSetName = 'Record')] [System.Management.Automation.ErrorRecord] $ErrorRecord,
        [string] $ErrorId = 'WriteError', [System.Management.Automation.ErrorCategory] $Category = 'NotSpecified', $TargetObject)
    begin { if (-not $PSBoundParameters.ContainsKey('ErrorAction')) { $ErrorActionPreference = CallerValue $PSCmdlet ErrorActionPreference } }
    process {
        if ($Message) { $Exception = [Exception]::new($Message) }
        if ($Exception) { $ErrorRecord = [System.Management.Automation.ErrorRecord]::new($Exception, $ErrorId, $Category, $TargetObject) }
        $PSCmdlet.WriteError($ErrorRecord)
    }
}

#endregion
#region CSV and JSON

function ConvertFrom-Csv {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [AllowEmptyString()] [string[]] $InputObject, [char] $Delimiter = ',', [string[]] $Header)
    begin { $lines = [System.Collections.Generic.List[string]]::new() }
    process { $lines.AddRange($InputObject) }
    end {
        $separator = [regex]::Escape($Delimiter)
        # One cell, quoted or plain, and what ends it: a delimiter or the end of the line.
        $cell = [regex]::new("\G(?:`"(?<quoted>(?:[^`"]|`"`")*)`"|(?<plain>[^$separator\r\n]*))(?<end>$separator|\r?\n|\z)")
        $row = [System.Collections.Generic.List[string]]::new()
        foreach ($match in $cell.Matches($lines -join "`n")) {
            $row.Add($(if ($match.Groups['quoted'].Success) { $match.Groups['quoted'].Value.Replace('""', '"') } else { $match.Groups['plain'].Value }))
            if ($match.Groups['end'].Value -eq $Delimiter) { continue }
            $isBlank = $row.Count -eq 1 -and $row[0] -eq ''
            if (-not $isBlank -and -not $Header) { $Header = $row.ToArray() }
            elseif (-not $isBlank) {
                $record = [ordered]@{}
                for ($i = 0; $i -lt $Header.Count; $i++) { $record[$Header[$i]] = if ($i -lt $row.Count) { $row[$i] } }
                [pscustomobject]$record
            }
            $row.Clear()
        }
    }
}

function Import-Csv {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [string[]] $Path, [Parameter(Position = 1)] [char] $Delimiter = ',', [string[]] $Header)
    process {
        foreach ($file in $Path) {
            $given = @{ Delimiter = $Delimiter }
            if ($Header) { $given.Header = $Header }
            ConvertFrom-Csv ([System.IO.File]::ReadAllLines((FullPath $file))) @given
        }
    }
}

function ConvertTo-Csv {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] $InputObject, [char] $Delimiter = ',')
    begin { $names = $null; $quote = { '"' + "$args".Replace('"', '""') + '"' } }
    process {
        if (-not $names) {
            $names = @($InputObject.psobject.Properties.Name)
            @(foreach ($name in $names) { & $quote $name }) -join $Delimiter
        }
        @(foreach ($name in $names) { & $quote $InputObject.$name }) -join $Delimiter
    }
}

function Export-Csv {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)] $InputObject, [Parameter(Mandatory, Position = 0)] [string] $Path, [char] $Delimiter = ',')
    begin { $records = [System.Collections.Generic.List[object]]::new() }
    process { $records.Add($InputObject) }
    end { [System.IO.File]::WriteAllLines((FullPath $Path), [string[]]@($records | ConvertTo-Csv -Delimiter $Delimiter)) }
}

function JsonNode($Value, [int] $Depth) {
    if ($null -eq $Value) { return $null }
    $base = $Value
    if ($Value -is [psobject]) { $base = $Value.psobject.BaseObject }
    if ($base -is [string] -or $base -is [char] -or $base -is [guid] -or $base -is [uri] -or $base -is [version]) { return [System.Text.Json.Nodes.JsonValue]::Create([string]$base) }
    if ($base -is [enum]) { return [System.Text.Json.Nodes.JsonValue]::Create([long]$base) }
    if ($base -is [ValueType] -and ($base.GetType().IsPrimitive -or $base -is [decimal] -or $base -is [datetime] -or $base -is [DateTimeOffset])) {
        return [System.Text.Json.JsonSerializer]::SerializeToNode($base, $base.GetType(), [System.Text.Json.JsonSerializerOptions]$null)
    }
    if ($Depth -lt 0) { return [System.Text.Json.Nodes.JsonValue]::Create([string]$Value) }
    if ($base -is [System.Collections.IDictionary]) {
        $node = [System.Text.Json.Nodes.JsonObject]::new()
        foreach ($key in $base.Keys) { $node.Add([string]$key, (JsonNode $base[$key] ($Depth - 1))) }
        return , $node
    }
    if ($base -is [System.Collections.IEnumerable]) {
        $node = [System.Text.Json.Nodes.JsonArray]::new()
        foreach ($item in $base) { $node.Add([System.Text.Json.Nodes.JsonNode](JsonNode $item ($Depth - 1))) }
        return , $node
    }
    $node = [System.Text.Json.Nodes.JsonObject]::new()
    foreach ($property in $Value.psobject.Properties) { $node.Add($property.Name, (JsonNode $property.Value ($Depth - 1))) }
    , $node
}

function ConvertTo-Json {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [AllowNull()] $InputObject, [int] $Depth = 2, [switch] $Compress, [switch] $AsArray)
    begin { $values = [System.Collections.Generic.List[object]]::new() }
    process { $values.Add($InputObject) }
    end {
        $isSingle = $values.Count -eq 1 -and -not $AsArray
        $options = [System.Text.Json.JsonSerializerOptions]@{
            WriteIndented = -not $Compress
            Encoder       = [System.Text.Encodings.Web.JavaScriptEncoder]::UnsafeRelaxedJsonEscaping
            TypeInfoResolver = [System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver]::new()
        }
        # The array around several values counts for no depth of its own.
        $node = if ($isSingle) { JsonNode $values[0] $Depth } else { JsonNode $values ($Depth + 1) }
        if ($null -eq $node) { 'null' } else { $node.ToJsonString($options) }
    }
}

function FromJsonElement([System.Text.Json.JsonElement] $Element, [bool] $AsHashtable) {
    switch ($Element.ValueKind) {
        'Object' {
            $record = [ordered]@{}
            foreach ($property in $Element.EnumerateObject()) { $record[$property.Name] = FromJsonElement $property.Value $AsHashtable }
            if ($AsHashtable) { return $record }
            return [pscustomobject]$record
        }
        'Array' { return , @(foreach ($item in $Element.EnumerateArray()) { FromJsonElement $item $AsHashtable }) }
        'String' { return $Element.GetString() }
        'Number' { $whole = 0L; if ($Element.TryGetInt64([ref]$whole)) { return $whole } else { return $Element.GetDouble() } }
        'True' { return $true }
        'False' { return $false }
        'Null' { return $null }
    }
}

function ConvertFrom-Json {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [AllowEmptyString()] [string] $InputObject, [switch] $AsHashtable)
    begin { $lines = [System.Collections.Generic.List[string]]::new() }
    process { $lines.Add($InputObject) }
    end {
        $document = [System.Text.Json.JsonDocument]::Parse(($lines -join "`n"))
        try { FromJsonElement $document.RootElement $AsHashtable } finally { $document.Dispose() }
    }
}

#endregion
#region Objects

# A property asked for by name (wildcards match several), by script block or as @{ Name = …; Expression = … }.
function SelectedProperties($InputObject, [object[]] $Property) {
    foreach ($wanted in $Property) {
        if ($wanted -is [System.Collections.IDictionary]) {
            $name = foreach ($key in 'Name', 'N', 'Label', 'L') { if ($wanted.Contains($key)) { $wanted[$key]; break } }
            $expression = foreach ($key in 'Expression', 'E') { if ($wanted.Contains($key)) { $wanted[$key]; break } }
            if (-not $name) { $name = "$expression" }
            [pscustomobject]@{ Name = $name; Value = ValueOf $InputObject $expression }
        }
        elseif ($wanted -is [scriptblock]) { [pscustomobject]@{ Name = "$wanted"; Value = ValueOf $InputObject $wanted } }
        elseif ([System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($wanted)) {
            $InputObject.psobject.Properties | Where-Object Name -Like $wanted
        }
        else { [pscustomobject]@{ Name = $wanted; Value = $InputObject.$wanted } }
    }
}

function Select-Object {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)] [object[]] $Property, [Parameter(ValueFromPipeline)] $InputObject, [string] $ExpandProperty,
        [int] $First, [int] $Last, [int] $Skip, [switch] $Unique)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { if ($null -ne $InputObject) { $all.Add($InputObject) } }
    end {
        $from = [Math]::Min($Skip, $all.Count)
        $count = $all.Count - $from
        if ($PSBoundParameters.ContainsKey('First')) { $count = [Math]::Min($count, $First) }
        elseif ($PSBoundParameters.ContainsKey('Last')) { $from = [Math]::Max($from, $all.Count - $Last); $count = $all.Count - $from }
        $seen = [System.Collections.Generic.HashSet[string]]::new()
        foreach ($item in $all.GetRange($from, $count)) {
            $selected = @(if ($ExpandProperty) { $item.$ExpandProperty }
                elseif ($Property) {
                    $record = [ordered]@{}
                    foreach ($member in SelectedProperties $item $Property) { $record[$member.Name] = $member.Value }
                    [pscustomobject]$record
                }
                else { $item })
            foreach ($value in $selected) { if (-not $Unique -or $seen.Add((ComparisonText $value))) { $value } }
        }
    }
}

# Two objects are the same when they are the same value, or have the same properties with the same values.
function ComparisonText($Value) {
    if ($Value -is [string] -or $Value -is [ValueType]) { return "$Value" }
    @(foreach ($member in $Value.psobject.Properties) { "$($member.Name)=$($member.Value)" }) -join "`0"
}

function Sort-Object {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [object[]] $Property, [Parameter(ValueFromPipeline)] $InputObject, [switch] $Descending, [switch] $Unique)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { if ($null -ne $InputObject) { $all.Add($InputObject) } }
    end {
        $keyed = foreach ($item in $all) {
            $keys = @(if ($Property) { foreach ($name in $Property) { ValueOf $item $name } } else { $item })
            [pscustomobject]@{ Keys = $keys; Item = $item }
        }
        # Insertion keeps what compares equal in the order in which it came.
        $sorted = [System.Collections.Generic.List[object]]::new()
        foreach ($entry in $keyed) {
            $at = $sorted.Count
            while ($at -gt 0 -and (CompareKeys $entry.Keys $sorted[$at - 1].Keys $Descending) -lt 0) { $at-- }
            $isRepeated = $at -gt 0 -and (CompareKeys $entry.Keys $sorted[$at - 1].Keys $Descending) -eq 0
            if (-not ($Unique -and $isRepeated)) { $sorted.Insert($at, $entry) }
        }
        foreach ($entry in $sorted) { $entry.Item }
    }
}

function CompareKeys([object[]] $Left, [object[]] $Right, [bool] $Descending) {
    for ($i = 0; $i -lt $Left.Count; $i++) {
        $order = [System.Management.Automation.LanguagePrimitives]::Compare($Left[$i], $Right[$i], $true)
        if ($order -ne 0) { return $(if ($Descending) { -$order } else { $order }) }
    }
    0
}

function Group-Object {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [object[]] $Property, [Parameter(ValueFromPipeline)] $InputObject, [switch] $NoElement)
    begin { $groups = [System.Collections.Specialized.OrderedDictionary]::new([StringComparer]::CurrentCultureIgnoreCase) }
    process {
        if ($null -eq $InputObject) { return }
        $name = @(if ($Property) { foreach ($wanted in $Property) { ValueOf $InputObject $wanted } } else { $InputObject }) -join ', '
        if (-not $groups.Contains($name)) { $groups[$name] = [System.Collections.Generic.List[object]]::new() }
        $groups[$name].Add($InputObject)
    }
    end {
        foreach ($name in $groups.Keys) {
            $group = [ordered]@{ Count = $groups[$name].Count; Name = $name }
            if (-not $NoElement) { $group.Group = $groups[$name] }
            [pscustomobject]$group
        }
    }
}

function Measure-Object {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)] $InputObject)
    begin { $count = 0 }
    process { if ($null -ne $InputObject) { $count++ } }
    end { [pscustomobject]@{ Count = $count } }
}

#endregion
#region Files, places and time

function Get-Content {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [string[]] $Path, [switch] $Raw)
    process { foreach ($file in $Path) { if ($Raw) { [System.IO.File]::ReadAllText((FullPath $file)) } else { [System.IO.File]::ReadAllLines((FullPath $file)) } } }
}

function Set-Content {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string] $Path, [Parameter(Mandatory, Position = 1, ValueFromPipeline)] [AllowEmptyString()] [string[]] $Value)
    begin { $lines = [System.Collections.Generic.List[string]]::new() }
    process { $lines.AddRange($Value) }
    end { [System.IO.File]::WriteAllLines((FullPath $Path), $lines) }
}

function Test-Path {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [string] $Path)
    process { $ExecutionContext.InvokeProvider.Item.Exists($Path) }
}

function Join-Path {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string] $Path, [Parameter(Mandatory, Position = 1)] [string] $ChildPath)
    $ExecutionContext.SessionState.Path.Combine($Path, $ChildPath)
}

function Split-Path {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)] [string] $Path, [switch] $Leaf, [switch] $Parent)
    process { if ($Leaf) { $ExecutionContext.SessionState.Path.ParseChildName($Path) } else { $ExecutionContext.SessionState.Path.ParseParent($Path, '') } }
}

function Get-ChildItem {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $Path = '.')
    $ExecutionContext.InvokeProvider.ChildItem.Get($Path, $false)
}

function Get-Location { $ExecutionContext.SessionState.Path.CurrentLocation }

function Set-Location {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string] $Path = '~')
    $null = $ExecutionContext.SessionState.Path.SetLocation($Path)
}

function Start-Sleep {
    [CmdletBinding(DefaultParameterSetName = 'Seconds')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Seconds')] [double] $Seconds,
        [Parameter(Mandatory, ParameterSetName = 'Milliseconds')] [int] $Milliseconds)
    $until = [datetime]::UtcNow.AddMilliseconds($(if ($Milliseconds) { $Milliseconds } else { $Seconds * 1000 }))
    # Short waits, because a stop is noticed between statements only.
    while (($left = ($until - [datetime]::UtcNow).TotalMilliseconds) -gt 0) { [System.Threading.Thread]::Sleep([int][Math]::Min(100, [Math]::Ceiling($left))) }
}

#endregion

Export-ModuleMember -Function *-*
