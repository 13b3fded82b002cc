namespace CrossAccess.Host.Tests;

public sealed class StandIns : IDisposable
{
    private readonly StandInSession _session = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_CSV_row_becomes_an_object_of_texts_and_a_blank_cell_is_an_empty_text()
    {
        _folder.Write("clients.csv", "Client,AccountId,AccountName\nAbcCorp,022222222222,production\nGlobex,444444444444,\n\n");

        IReadOnlyList<string> lines = Run("Import-Csv clients.csv | Select-Object Client, AccountId, AccountName | ConvertTo-Json -Compress");

        Assert.Equal(
            ["""[{"Client":"AbcCorp","AccountId":"022222222222","AccountName":"production"},{"Client":"Globex","AccountId":"444444444444","AccountName":""}]"""],
            lines);
    }

    [Fact]
    public void A_quoted_CSV_cell_holds_delimiters_quotes_and_line_ends()
    {
        _folder.Write("quoted.csv", "Name,Note\r\n\"Smith, \"\"Al\"\"\",\"two\r\nlines\"\r\n");

        IReadOnlyList<string> lines = Run("$row = Import-Csv quoted.csv; $row.Name; $row.Note");

        Assert.Equal(["Smith, \"Al\"", "two", "lines"], lines);
    }

    [Theory]
    [InlineData("ConvertFrom-Csv 'A;B', '1;2' -Delimiter ';' | ForEach-Object { \"$($_.A)$($_.B)\" }", "12")]
    [InlineData("(ConvertFrom-Csv 'A,B', '1').B -eq $null", "True")]
    [InlineData("[pscustomobject]@{ A = 'x\"y'; B = 1 } | ConvertTo-Csv", "\"A\",\"B\"\n\"x\"\"y\",\"1\"")]
    [InlineData("[pscustomobject]@{ A = 1 } | Export-Csv out.csv; Get-Content out.csv", "\"A\"\n\"1\"")]
    public void CSV(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("ConvertTo-Json @{ A = 1, $true, $null, 'x' } -Compress", """{"A":[1,true,null,"x"]}""")]
    [InlineData("[pscustomobject]@{ A = @{ B = 1.5 } } | ConvertTo-Json -Compress", """{"A":{"B":1.5}}""")]
    [InlineData("1, 2 | ConvertTo-Json -Compress", "[1,2]")]
    [InlineData("1 | ConvertTo-Json -AsArray -Compress", "[1]")]
    [InlineData("[pscustomobject]@{ A = 'x' } | ConvertTo-Json", "{\n\"A\": \"x\"\n}")]
    [InlineData("('{\"Statement\":[{\"Effect\":\"Allow\"},{\"Effect\":\"Deny\"}]}' | ConvertFrom-Json).Statement[1].Effect", "Deny")]
    [InlineData("'[1, 2.5, true, null, \"2020-01-01\"]' | ConvertFrom-Json | ConvertTo-Json -Compress", """[1,2.5,true,null,"2020-01-01"]""")]
    [InlineData("('{\"a b\":1}' | ConvertFrom-Json -AsHashtable)['a b']", "1")]
    public void JSON(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("1..5 | Select-Object -First 2", "1\n2")]
    [InlineData("1..5 | Select-Object -Last 2", "4\n5")]
    [InlineData("1..5 | Select-Object -Skip 1 -First 2", "2\n3")]
    [InlineData("1, 2, 1 | Select-Object -Unique", "1\n2")]
    [InlineData("[pscustomobject]@{ A = 1, 2 } | Select-Object -ExpandProperty A", "1\n2")]
    [InlineData("$factor = 3; [pscustomobject]@{ A = 2 } | Select-Object A, @{ Name = 'B'; Expression = { $_.A * $factor } } | ConvertTo-Json -Compress", """{"A":2,"B":6}""")]
    [InlineData("[pscustomobject]@{ RoleArn = 1; RoleName = 2; Tier = 3 } | Select-Object Role* | ConvertTo-Json -Compress", """{"RoleArn":1,"RoleName":2}""")]
    [InlineData("3, 1, 2 | Sort-Object", "1\n2\n3")]
    [InlineData("3, 1, 3 | Sort-Object -Descending -Unique", "3\n1")]
    [InlineData("ConvertFrom-Csv 'A,B', 'x,2', 'y,1', 'z,1' | Sort-Object B | ForEach-Object A", "y\nz\nx")]
    [InlineData("'AbcCorp', 'Globex', 'abccorp' | Group-Object | ForEach-Object { \"$($_.Name) $($_.Count)\" }", "AbcCorp 2\nGlobex 1")]
    [InlineData("(1..4 | Measure-Object).Count", "4")]
    public void Objects(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("[pscustomobject]@{ Client = 'AbcCorp'; Tier = 'ReadOnly' } | Format-Table Tier", "Tier\n----\nReadOnly")]
    [InlineData("[pscustomobject]@{ Client = 'AbcCorp'; Tier = 'ReadOnly' } | Format-List", "Client : AbcCorp\nTier   : ReadOnly")]
    [InlineData("Write-Host to the console", "to the console")]
    [InlineData("Write-Output 1 2", "1\n2")]
    [InlineData("Write-Information seen -InformationAction Continue; Write-Information unseen", "seen")]
    public async Task Showing(string text, string expected)
    {
        HostRun run = await HostRun.Command(text);

        Assert.Empty(run.Errors);
        Assert.Equal(expected.Split('\n'), run.Lines);
    }

    [Theory]
    [InlineData("'x', 'y' | Set-Content file.txt; Get-Content file.txt; Test-Path file.txt; Test-Path none.txt", "x\ny\nTrue\nFalse")]
    [InlineData("(Get-Content -Raw clients.json | ConvertFrom-Json).Client", "AbcCorp")]
    [InlineData("$path = Join-Path folder leaf; Split-Path $path; Split-Path $path -Leaf", "folder\nleaf")]
    [InlineData("(Get-ChildItem).Name", "clients.json")]
    [InlineData("Test-Path Env:NOT_SET_AT_ALL", "False")]
    public void Files(string text, string expected)
    {
        _folder.Write("clients.json", """{"Client":"AbcCorp"}""");

        Gives(text, expected);
    }

    private void Gives(string text, string expected) => Assert.Equal(expected.Split('\n'), Run(text));

    private IReadOnlyList<string> Run(string text) => _session.Run(text, _folder.Path);
}
