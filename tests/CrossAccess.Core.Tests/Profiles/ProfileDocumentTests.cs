using System.Text;

namespace CrossAccess.Core.Tests;

/// <summary>Whatever stands in the file besides our block stays, byte for byte.</summary>
public sealed class ProfileDocumentTests
{
    // Each is something that a user's file may have; they are put together at random.
    private static readonly string[] Pieces =
    [
        "[default]\nregion = eu-west-1\n", "[profile plain]\nregion=us-east-1", "[profile \"with blanks\"]\nregion = x\n", "[profile 'single']\n",
        "[ profile\tspaced ]\n", "# a comment\n", "; another\n", "\t# indented comment\n", "\n\n\n", "   \n", "[services local]\nsts =\n  endpoint_url = http://localhost\n  x = y\n",
        "[profile nested]\ns3 =\n    max_concurrent_requests = 20\n", "[plugins]\ncli_legacy_plugin_path = C:\\x\\y\n", "[profile päivä]\nregion = ü\n", "key = outside of every section\n",
        "[profile unclosed\n", "]\n", "[]\n", "=\n", "[profile secret]\naws_access_key_id = AKIA\naws_secret_access_key = a=b=c\n", "# BEGIN something else\n# END something else\n",
        "# BEGIN CrossAccess other\n[profile theirs]\n# END CrossAccess other 0123456789abcdef\n", "[sso-session corp]\nsso_region = x\n", "trailing blanks   \t \n",
    ];

    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    [Fact]
    public void Everything_outside_of_the_block_stays_through_exports_changes_and_removal()
    {
        var random = new Random(7_251);
        for (int round = 0; round < 2_000; round++)
        {
            byte[] before = File(random, afterBlock: false);
            byte[] after = File(random, afterBlock: true);
            // A file that ends within a line is given that line's end, and no other byte.
            byte[] added = Change(before, FakeProfiles.Whole());
            Assert.True(StartsWith(added, before), Describe(before));
            byte[] separated = added[before.Length] is (byte)'\r' or (byte)'\n' ? added[..(before.Length + (added[before.Length] == '\r' && added[before.Length + 1] == '\n' ? 2 : 1))] : before;

            byte[] surrounded = [.. added, .. after];
            byte[] changed = Change(surrounded, FakeProfiles.Whole() with { RoleSessionName = "somebody-else" });
            Assert.True(StartsWith(changed, separated) && EndsWith(changed, after), Describe(surrounded));
            Assert.NotEqual(surrounded, changed);

            byte[] removed = Change(changed, FakeProfiles.Whole() with { Targets = [] });
            Assert.True(removed.SequenceEqual([.. separated, .. after]), Describe(surrounded));
            Assert.Null(Plan(removed, FakeProfiles.Whole() with { Targets = [] }).Content);
        }
    }

    [Theory]
    [InlineData("", "\n")]
    [InlineData("[default]\n", "\n")]
    [InlineData("[default]\r\nregion = x", "\r\n")]
    [InlineData("[default]", null)]
    public void The_block_has_the_line_ends_of_the_file(string own, string? lineEnd)
    {
        string text = Encoding.UTF8.GetString(Change(Encoding.UTF8.GetBytes(own), FakeProfiles.Whole()));

        string expected = lineEnd is null || own.Length == 0 ? Environment.NewLine : lineEnd;
        string block = text[text.IndexOf("# BEGIN", StringComparison.Ordinal)..];
        Assert.Equal(block, block.ReplaceLineEndings(expected));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void A_block_whose_line_ends_were_changed_is_still_intact(string lineEnd)
    {
        string text = FakeProfiles.Export("[default]\n").ReplaceLineEndings(lineEnd);

        Assert.Null(FakeProfiles.Plan(text).Content);
        Assert.Null(FakeProfiles.Plan(text.TrimEnd()).Content);
    }

    [Fact]
    public void A_byte_order_mark_stays_first_and_hides_no_section()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        Assert.Equal([.. mark, .. Change([], FakeProfiles.Whole())], Change(mark, FakeProfiles.Whole()));

        byte[] own = [.. mark, .. "[profile Globex-ReadOnly]\n"u8];
        ProfileChange change = Plan(own, FakeProfiles.Whole());
        Assert.True(StartsWith(change.Content!, own));
        Assert.Equal(FakeProfiles.Globex, Assert.Single(change.Refused).Role);
    }

    [Theory]
    [InlineData("begins on line 2 and does not end")]
    [InlineData("ends on line 2 and does not begin")]
    [InlineData("begins or ends more than once: on lines ")]
    [InlineData("changed what Export-ClientProfile wrote on lines 2 to ")]
    [InlineData("follows the block of Export-ClientProfile without a section of its own")]
    public void A_damaged_block_is_refused_with_what_to_do(string how)
    {
        string whole = FakeProfiles.Export("# mine\n");
        string end = whole.Split('\n').Last(line => line.StartsWith("# END", StringComparison.Ordinal));
        string damaged = how switch
        {
            "begins on line 2 and does not end" => whole.Replace(end, "", StringComparison.Ordinal),
            "ends on line 2 and does not begin" => $"# mine\n{end}\n",
            "begins or ends more than once: on lines " => whole + whole,
            "follows the block of Export-ClientProfile without a section of its own" => whole + "\n# a comment\noutput = json\n",
            _ => whole.Replace("region = eu-west-1", "region = eu-west-2", StringComparison.Ordinal),
        };

        ClientAccessException refusal = Refusal.Of(ClientAccessError.ProfileBlockDamaged, () => FakeProfiles.Plan(damaged));

        Assert.Contains(how, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.RecommendedAction);
    }

    [Theory]
    [InlineData("sso_region = eu-west-1\n", "sso_region = eu-west-1\noutput = json\n")]
    [InlineData("# AbcCorp ReadOnly 222222222222\n", "")]
    [InlineData("[profile Globex-ReadOnly]", "[profile mine]\nregion = x\n\n[profile Globex-ReadOnly]")]
    [InlineData("external_id = globex:1", "external_id = globex:2")]
    [InlineData("\n\n", "\n")]
    public void Any_edit_of_the_block_is_noticed_and_undone_by_force_alone(string was, string becomes)
    {
        string whole = FakeProfiles.Export("# mine\n").ReplaceLineEndings("\n");
        string edited = whole.Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(whole, edited);

        Refusal.Of(ClientAccessError.ProfileBlockDamaged, () => FakeProfiles.Plan(edited));
        ProfileChange forced = FakeProfiles.Plan(edited, FakeProfiles.Whole() with { Force = true });

        Assert.Equal(whole, Encoding.UTF8.GetString(forced.Content!).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_force_takes_away_is_in_the_difference()
    {
        string edited = FakeProfiles.Export().ReplaceLineEndings("\n").Replace("[profile Globex-ReadOnly]", "[profile mine]\nregion = x\n\n[profile Globex-ReadOnly]\ncli_pager =", StringComparison.Ordinal);

        string difference = FakeProfiles.Plan(edited, FakeProfiles.Whole() with { Force = true }).Difference;

        Assert.Contains("- [profile mine]", difference, StringComparison.Ordinal);
        Assert.Contains("- cli_pager =", difference, StringComparison.Ordinal);
        Assert.DoesNotContain("AbcCorp", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Forced_or_not_a_block_without_an_end_is_nobody_s_to_guess() =>
        Refusal.Of(ClientAccessError.ProfileBlockDamaged, () => FakeProfiles.Plan("# BEGIN CrossAccess acme\n[default]\n", FakeProfiles.Whole() with { Force = true }));

    [Fact]
    public void A_file_in_UTF_16_is_refused_rather_than_mixed() =>
        Refusal.Of(ClientAccessError.FileUnusable, () => Plan(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("[default]\n")).ToArray(), FakeProfiles.Whole()));

    private static byte[] File(Random random, bool afterBlock)
    {
        string text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        // A setting right after the block would belong to our last profile, which is refused elsewhere.
        if (afterBlock) text = "[profile after]\n" + text;
        text = text.Replace("\n", LineEnds[random.Next(LineEnds.Length)], StringComparison.Ordinal);
        byte[] bytes = random.Next(2) == 0 ? Encoding.UTF8.GetBytes(text) : Encoding.Latin1.GetBytes(text);
        bool hasMark = !afterBlock && random.Next(5) == 0;
        return hasMark ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;
    }

    private static ProfileChange Plan(byte[] content, ProfileExport export) => FakeProfiles.Profiles().Plan(export, FakeProfiles.Path, content);

    private static byte[] Change(byte[] content, ProfileExport export) => Plan(content, export).Content ?? content;

    private static bool StartsWith(byte[] all, byte[] part) => all.AsSpan().StartsWith(part);

    private static bool EndsWith(byte[] all, byte[] part) => all.AsSpan().EndsWith(part);

    private static string Describe(byte[] content) => Convert.ToHexString(content) + "\n" + Encoding.Latin1.GetString(content);
}
