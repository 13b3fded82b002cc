using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>
/// Reads the YAML that CloudFormation templates are written in: block and flow collections, plain, quoted and block scalars,
/// comments, and CloudFormation's short forms. Anchors, merges and directives are refused by name.
/// </summary>
internal sealed class YamlReader
{
    private readonly List<YamlLine> _lines = [];
    private int _next;

    private YamlReader(string text)
    {
        string[] raw = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (int i = 0; i < raw.Length; i++)
        {
            string trimmed = raw[i].TrimStart(' ');
            _lines.Add(new YamlLine(i + 1, raw[i].Length - trimmed.Length, trimmed.TrimEnd(), raw[i]));
        }
    }

    /// <exception cref="TemplateFault">The text is not YAML, or more than is read here.</exception>
    public static JsonNode? Read(string text)
    {
        YamlReader reader = new(text);
        reader.SkipBlank();
        while (reader.Current is { } line && (line.Text == "---" || line.Text.StartsWith('%')))
        {
            if (line.Text.StartsWith('%'))
                throw Fault(line, "directives are not read");
            reader._next++;
            reader.SkipBlank();
        }
        JsonNode? value = reader.Block(0);
        reader.SkipBlank();
        if (reader.Current is { Text: not "..." } rest)
            throw Fault(rest, "what stands here belongs to nothing");
        return value;
    }

    private YamlLine? Current => _next < _lines.Count ? _lines[_next] : null;

    private void SkipBlank()
    {
        while (_next < _lines.Count && (_lines[_next].Text.Length == 0 || _lines[_next].Text[0] == '#'))
            _next++;
    }

    // The collection or scalar that begins at the next line, when it is indented far enough.
    private JsonNode? Block(int indent)
    {
        SkipBlank();
        if (Current is not { } line || line.Indent < indent)
            return null;
        if (line.Text.StartsWith('\t'))
            throw Fault(line, "a tab cannot indent");
        if (IsItem(line.Text))
            return Sequence(line.Indent);
        if (KeyEnd(line.Text) >= 0)
            return Mapping(line.Indent);
        _next++;
        return Value(line, line.Text, line.Indent - 1);
    }

    private JsonArray Sequence(int indent)
    {
        JsonArray list = [];
        for (SkipBlank(); Current is { } line && line.Indent == indent && IsItem(line.Text); SkipBlank())
        {
            string rest = line.Text[1..].TrimStart(' ');
            // What follows the dash stands as if on a line of its own, indented to where it begins.
            int inner = indent + line.Text.Length - rest.Length;
            if (rest.Length > 0 && rest[0] != '#' && (IsItem(rest) || KeyEnd(rest) >= 0))
            {
                _lines[_next] = line with { Indent = inner, Text = rest };
                list.Add(Block(inner));
                continue;
            }
            _next++;
            list.Add(Value(line, rest, indent));
        }
        RequireEnd(indent);
        return list;
    }

    private JsonObject Mapping(int indent)
    {
        JsonObject map = [];
        for (SkipBlank(); Current is { } line && line.Indent == indent && !IsItem(line.Text); SkipBlank())
        {
            int colon = KeyEnd(line.Text);
            if (colon < 0)
                throw Fault(line, "a key is expected");
            string key = Key(line, line.Text[..colon].TrimEnd());
            if (map.ContainsKey(key))
                throw Fault(line, $"the key {key} is given twice");
            _next++;
            map.Add(key, Value(line, line.Text[(colon + 1)..].TrimStart(' '), indent));
        }
        RequireEnd(indent);
        return map;
    }

    private void RequireEnd(int indent)
    {
        if (Current is { } line && line.Indent > indent)
            throw Fault(line, "the indentation fits nothing above");
    }

    private static string Key(YamlLine line, string text)
    {
        if (text == "<<")
            throw Fault(line, "merges are not read");
        return text[0] is '"' or '\'' ? new YamlFlow(line, text).ReadAll()!.GetValue<string>() : text;
    }

    // What stands after a key or a dash; it may go on in the lines below that are indented further than its parent.
    private JsonNode? Value(YamlLine line, string text, int parentIndent)
    {
        if (text.Length == 0 || text[0] == '#')
            return Nested(parentIndent);
        switch (text[0])
        {
            case '!':
                int end = text.IndexOf(' ', StringComparison.Ordinal);
                string tag = end < 0 ? text : text[..end];
                return ShortForms.Expand(line, tag, Value(line, end < 0 ? "" : text[end..].TrimStart(' '), parentIndent));
            case '|' or '>':
                return YamlScalars.Block(line, text, TakeIndented(parentIndent));
            case '&' or '*':
                throw Fault(line, "anchors and aliases are not read");
            case '{' or '[' or '"' or '\'':
                return new YamlFlow(line, Gather(text, parentIndent)).ReadAll();
            default:
                return YamlScalars.Plain(Gather(YamlScalars.WithoutComment(text), parentIndent));
        }
    }

    private JsonNode? Nested(int parentIndent)
    {
        SkipBlank();
        if (Current is not { } line)
            return null;
        // A list may stand as far left as the key that it belongs to.
        return line.Indent > parentIndent || (line.Indent == parentIndent && IsItem(line.Text) && parentIndent >= 0 && !OwnerIsItem(parentIndent)) ? Block(line.Indent) : null;
    }

    // Whether the line above belongs to a list at that indentation, whose next item the coming dash then is.
    private bool OwnerIsItem(int indent) => _next > 0 && _lines[_next - 1].Indent == indent && IsItem(_lines[_next - 1].Text);

    private string Gather(string text, int parentIndent)
    {
        StringBuilder whole = new(text);
        while (Current is { } more && (more.Text.Length == 0 || more.Indent > parentIndent) && !YamlFlow.IsWhole(whole.ToString()))
        {
            _next++;
            whole.Append(more.Text.Length == 0 ? "\n" : " " + (YamlFlow.IsFlow(text) ? more.Text : YamlScalars.WithoutComment(more.Text)));
        }
        return whole.ToString().TrimEnd();
    }

    private List<YamlLine> TakeIndented(int parentIndent)
    {
        List<YamlLine> taken = [];
        while (Current is { } line && (line.Text.Length == 0 || line.Indent > parentIndent))
        {
            taken.Add(line);
            _next++;
        }
        return taken;
    }

    private static bool IsItem(string text) => text == "-" || text.StartsWith("- ", StringComparison.Ordinal);

    // Where the colon of "key:" stands, or -1.
    private static int KeyEnd(string text)
    {
        if (text.Length == 0 || text[0] is '{' or '[' or '!' or '|' or '>' or '#' or '&' or '*')
            return -1;
        int from = text[0] is '"' or '\'' ? text.IndexOf(text[0], 1) : 0;
        for (int i = Math.Max(from, 0); i < text.Length; i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] == ' '))
                return i;
            if (text[i] == '#' && i > 0 && text[i - 1] == ' ')
                return -1;
        }
        return -1;
    }

    public static TemplateFault Fault(YamlLine line, string problem) => new($"Template format error: YAML not well-formed. (line {line.Number}: {problem})");
}
