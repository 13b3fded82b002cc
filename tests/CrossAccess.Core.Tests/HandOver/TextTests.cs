using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrossAccess.Core.Tests;

/// <summary>Whatever a name or a policy holds, it is read back as it was and means nothing to the language that it stands in.</summary>
public sealed class TextTests
{
    private const int Rounds = 400;

    [Theory]
    [InlineData(1, int.MaxValue)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void YAML_is_read_as_the_document_that_was_written(int seed, int flowBelow)
    {
        var random = new Random(seed);
        for (int i = 0; i < Rounds; i++)
        {
            JsonObject document = HostileTexts.Document(random);
            string yaml = YamlText.Of(document, flowBelow);

            Assert.DoesNotContain(yaml, character => character is not '\n' and (< ' ' or > '~'));
            Assert.True(JsonNode.DeepEquals(document, ReadYaml(yaml)), yaml);
        }
    }

    [Fact]
    public void YAML_leaves_only_those_texts_bare_that_no_version_reads_otherwise()
    {
        var texts = new JsonObject(new[] { "acme-read-only", "AWS::IAM::Role", "yes", "Null", "y", "1e5", "0x1F", "0123", "2012-10-17", "1:20", "", "a b", "-a", "a-", "a:b", "~" }
            .Select(text => KeyValuePair.Create($"k{text.Length}{text.GetHashCode(StringComparison.Ordinal):X}", (JsonNode?)text)));

        Assert.Equal(["acme-read-only", "AWS::IAM::Role"], YamlText.Of(texts).Split('\n').Where(line => line.Length > 0 && !line.EndsWith('"')).Select(line => line[(line.IndexOf(' ') + 1)..]));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void JSON_is_ASCII_and_ends_no_here_document(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Rounds; i++)
        {
            JsonObject document = HostileTexts.Document(random);
            string json = AsciiJson.Of(document);

            Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(json)), json);
            Assert.DoesNotContain(json, character => character is not '\n' and (< ' ' or > '~'));
            Assert.All(json.Split('\n'), line => Assert.True(line is "{" or "}" || line.StartsWith(' '), line));
        }
    }

    [Fact]
    public void Bash_prints_each_literal_as_it_was_and_each_document_whole()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash on this machine.");
        // A program's argument ends at a null character, so none can be given.
        string[] texts = [.. HostileTexts.Many(21, Rounds).Select(text => text.Replace("\0", "", StringComparison.Ordinal))];
        JsonObject document = HostileTexts.Document(new Random(22), depth: 6);
        string script = $"printf '%s\\0' {string.Join(' ', texts.Select(BashText.Literal))}\n{BashText.WriteDocument("/dev/stdout", document)}";

        string[] printed = Bash(script).Split('\0');

        Assert.Equal(texts, printed[..^1]);
        Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(printed[^1])));
    }

    [Fact]
    public void Markup_shows_each_text_and_takes_none_for_markup()
    {
        foreach (string text in HostileTexts.Many(31, Rounds))
        {
            string markup = Html.Of($"<p title=\"{text}\">{text}</p>").Markup;

            Assert.Equal($"<p title=\"{text}\">{text}</p>", WebUtility.HtmlDecode(markup));
            Assert.Equal(2, markup.Count(character => character == '<'));
            Assert.Equal(2, markup.Count(character => character == '"'));
        }
        Assert.Equal("<b>a &lt; b</b><br>", Html.Of($"{Html.Of($"<b>{"a < b"}</b>")}<br>").Markup);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("${x} %{y}", "\"\\u0024{x} \\u0025{y}\"")]
    [InlineData("é😀\n", "\"\\u00E9\\U0001F600\\u000A\"")]
    public void HCL_text_in_quotes_holds_nothing_that_begins_an_expression(string text, string quoted) => Assert.Equal(quoted, HclText.Quoted(text));

    [Theory]
    [InlineData("${a}", "$${a}")]
    [InlineData("$${a}", "\\u0024$${a}")]
    [InlineData("%%%{a}", "\\u0025\\u0025%%{a}")]
    [InlineData("$ { $a", "$ { $a")]
    public void HCL_documents_hold_nothing_that_begins_an_expression(string text, string written) =>
        Assert.Equal($"<<-JSON\n    {{\n      \"a\": \"{written}\"\n    }}\n  JSON", HclText.Document(new JsonObject { ["a"] = text }, "  "));

    [Fact]
    public void PowerShell_literals_double_all_that_PowerShell_takes_for_a_quote() =>
        Assert.Equal("'a''b\u2018\u2018\u2019\u2019\u201A\u201A\u201B\u201B\"$x`'", PowerShellText.Literal("a'b\u2018\u2019\u201A\u201B\"$x`"));

    [Theory]
    [InlineData("a\u202Eb\u2028c\u2029d\u0085e\u200Bf", "a·b·c·d·e·f")]
    [InlineData("Söhne & 中", "Söhne & 中")]
    public void What_turns_a_line_around_or_breaks_it_is_not_shown(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    private static string Bash(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 };
        using Process bash = Process.Start(start)!;
        bash.StandardInput.Write(script);
        bash.StandardInput.Close();
        string output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return output;
    }

    private static JsonNode? ReadYaml(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ToJson(stream.Documents.Single().RootNode);
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode table => new JsonObject(table.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when int.TryParse(plain.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"{node.NodeType}"),
    };
}
