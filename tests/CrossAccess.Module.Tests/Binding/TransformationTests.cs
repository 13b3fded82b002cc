using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Module.Tests.Shell;

namespace CrossAccess.Module.Tests.Binding;

public sealed class TransformationTests : IDisposable
{
    private readonly ModuleSession _session = ThingSession.Open();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_row_of_blank_cells_binds_as_if_nothing_were_given()
    {
        ShellResult result = _session.Run("[pscustomobject]@{ Text = ''; AccountId = ' '; Tier = ''; Group = ''; Duration = ''; Tag = ''; PolicyDocument = '' } | Show-Binding");

        Assert.Empty(result.Errors);
        PSObject bound = Assert.Single(result.Output);
        Assert.All(bound.Properties.Where(property => property.Name != "Text"), property => Assert.Null(property.Value));
        Assert.True(string.IsNullOrEmpty((string?)bound.Properties["Text"].Value));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Tier = 'ReadOnly; DevOps,Administrator' } | Show-Binding", "Tier", new[] { "ReadOnly", "DevOps", "Administrator" })]
    [InlineData("[pscustomobject]@{ Group = 'Engineers;Smith, John;' } | Show-Binding", "Group", new[] { "Engineers", "Smith, John" })]
    [InlineData("Show-Binding -Group 'A', 'B;C'", "Group", new[] { "A", "B", "C" })]
    [InlineData("Show-Binding -Group A", "Group", new[] { "A" })]
    public void A_cell_may_hold_a_list(string script, string parameter, string[] expected) =>
        Assert.Equal(expected, Bound(script, parameter));

    [Theory]
    [InlineData("Show-Binding -AccountId 222222222222")]
    [InlineData("Show-Binding -AccountId ' 222222222222 '")]
    [InlineData("[pscustomobject]@{ AccountId = [double]222222222222 } | Show-Binding")]
    [InlineData("[pscustomobject]@{ AccountId = [long]222222222222 } | Show-Binding")]
    public void An_account_id_may_be_text_or_a_number(string script) =>
        Assert.Equal("222222222222", Bound(script, "AccountId"));

    [Theory]
    [InlineData("12345678901", "'012345678901'")]
    [InlineData("'2222-2222-2222'", "12 digits")]
    public void A_malformed_account_id_is_refused_with_what_to_type(string id, string advice)
    {
        ShellResult result = _session.Run($"Show-Binding -AccountId {id}");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("ParameterArgumentTransformationError,CrossAccess.TestCommands.ShowBindingCommand", error.FullyQualifiedErrorId);
        Assert.Contains("is not an AWS account id", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_cell_spares_the_other_rows()
    {
        ShellResult result = _session.Run("[pscustomobject]@{ AccountId = '1' }, [pscustomobject]@{ AccountId = '222222222222' } | Show-Binding");

        Assert.Single(result.Output);
        Assert.Contains("is not an AWS account id", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4:00", 240)]
    [InlineData("24:00", 1440)]
    [InlineData("1:30:00", 90)]
    [InlineData("PT1H30M", 90)]
    [InlineData("1.12:00:00", 2160)]
    public void A_duration_is_hours_and_minutes_or_ISO(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Bound($"Show-Binding -Duration '{text}'", "Duration"));

    [Fact]
    public void A_duration_may_be_a_TimeSpan() =>
        Assert.Equal(TimeSpan.FromHours(2), Bound("Show-Binding -Duration ([timespan]::FromHours(2))", "Duration"));

    [Theory]
    [InlineData("3600")]
    [InlineData("'4'")]
    [InlineData("'4h'")]
    [InlineData("'PT'")]
    public void A_duration_without_a_unit_is_refused(string text) =>
        Assert.Contains("such as 4:00", Assert.Single(_session.Run($"Show-Binding -Duration {text}").Errors).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("@{ team = 'core'; cost = 42 }")]
    [InlineData("'team=core; cost=42'")]
    [InlineData("@([pscustomobject]@{ Key = 'team'; Value = 'core' }, [pscustomobject]@{ Key = 'cost'; Value = '42' })")]
    [InlineData("@('team=core', 'cost=42')")]
    public void Tags_are_a_hashtable_or_text_or_objects(string tags)
    {
        var bound = Assert.IsType<IDictionary<string, string>>(Bound($"Show-Binding -Tag {tags}", "Tag"), exactMatch: false);

        Assert.Equal(["cost=42", "team=core"], bound.Select(tag => $"{tag.Key}={tag.Value}").Order());
    }

    [Theory]
    [InlineData("'team'")]
    [InlineData("'=core'")]
    [InlineData("'a=1;a=2'")]
    [InlineData("42")]
    public void Malformed_tags_are_refused(string tags) =>
        Assert.Contains("Tags cannot be read", Assert.Single(_session.Run($"Show-Binding -Tag {tags}").Errors).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("""'{"Version":"2012-10-17","Statement":[]}'""", """{"Version":"2012-10-17","Statement":[]}""")]
    [InlineData("""@('{', '"Version":"2012-10-17"', '}')""", "{\n\"Version\":\"2012-10-17\"\n}")]
    [InlineData("@{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Action = @('s3:Get*'); Resource = '*' }) }",
        """{"Statement":[{"Action":["s3:Get*"],"Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"}""")]
    [InlineData("([ordered]@{ Version = '2012-10-17'; Statement = @([pscustomobject]@{ Effect = 'Allow'; Condition = @{ Bool = @{ 'aws:SecureTransport' = $true }; NumericLessThan = @{ 'aws:x' = 3 } } }) })",
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Condition":{"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"aws:x":3}}}]}""")]
    [InlineData("@{ Sid = '<&>' }", """{"Sid":"<&>"}""")]
    public void A_policy_is_JSON_or_a_hashtable(string policy, string expected) =>
        Assert.Equal(expected, Bound($"Show-Binding -PolicyDocument {policy}", "PolicyDocument"));

    [Theory]
    [InlineData("'./policy.json'")]
    [InlineData("42")]
    public void A_path_is_not_a_policy_and_the_error_says_how_to_read_it(string policy) =>
        Assert.Contains("Get-Content", Assert.Single(_session.Run($"Show-Binding -PolicyDocument {policy}").Errors).ToString(), StringComparison.Ordinal);

    private object? Bound(string script, string parameter)
    {
        ShellResult result = _session.Run(script);
        Assert.Empty(result.Errors);
        object? value = Assert.Single(result.Output).Properties[parameter].Value;
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}
