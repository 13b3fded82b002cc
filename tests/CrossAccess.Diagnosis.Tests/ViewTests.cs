using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>What a person reads on a console of 80 columns.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ViewTests : IDisposable
{
    private readonly ChainUnderTest _chain = new();

    public void Dispose() => _chain.Dispose();

    [Fact]
    public void Failures_stand_out_and_what_mends_them_begins_a_line_in_full()
    {
        string[] lines = _chain.Work.Render("Test-ClientAccess AbcCorp -User ben -ProfileName client-222222222222").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("   Chain: AbcCorp ReadOnly, account 222222222222, ben", lines.Select(line => line.TrimEnd('\r')));
        Assert.StartsWith("FAIL    Assignment          AbcCorpReadOnly is assigned", Assert.Single(lines, line => line.StartsWith("FAIL", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("  Fix: Grant-ClientAccess AbcCorp -Tier ReadOnly -User ben", lines.Select(line => line.TrimEnd()));
        Assert.Equal(13, lines.Count(line => line.StartsWith("pass    ", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("unknown Entry", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public void A_list_shows_every_property()
    {
        string text = _chain.Work.Render("Test-ClientAccess AbcCorp -User ben | Where-Object Result -EQ Fail | ForEach-Object { $_.psobject.Properties | ForEach-Object { \"$($_.Name)=$($_.Value)\" } }");

        Assert.Equal(
            ["Client", "AccountId", "AccountName", "Tier", "PermissionSetName", "PrincipalType", "PrincipalName", "Link", "Result", "Reason", "Fix"],
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0].Trim()));
    }
}
