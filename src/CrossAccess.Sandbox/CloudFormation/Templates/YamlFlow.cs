using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>Reads flow style: [a, b], {a: b} and quoted scalars.</summary>
internal sealed class YamlFlow(YamlLine line, string text)
{
    private int _at;

    public static bool IsFlow(string text) => text.Length > 0 && text[0] is '{' or '[' or '"' or '\'';

    /// <summary>Whether what has begun in flow style is complete; a plain scalar never is.</summary>
    public static bool IsWhole(string text)
    {
        if (!IsFlow(text))
            return false;
        int depth = 0;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quote == '"' && c == '\\')
                i++;
            else if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c is '{' or '[')
                depth++;
            else if (c is '}' or ']')
                depth--;
            if (depth == 0 && quote == '\0' && (i > 0 || text[0] is '{' or '['))
                return true;
        }
        return false;
    }

    public JsonNode? ReadAll()
    {
        JsonNode? value = Value("");
        Skip();
        return _at == text.Length || text[_at] == '#' ? value : throw YamlReader.Fault(line, "what follows a value is not understood");
    }

    private JsonNode? Value(string stops)
    {
        Skip();
        if (_at == text.Length)
            return null;
        switch (text[_at])
        {
            case '[':
                return List();
            case '{':
                return Map();
            case '"' or '\'':
                return JsonValue.Create(Quoted());
            case '!':
                string tag = Until(" " + stops);
                return ShortForms.Expand(line, tag, Value(stops));
            case '&' or '*':
                throw YamlReader.Fault(line, "anchors and aliases are not read");
            default:
                return YamlScalars.Plain(Until(stops).Trim());
        }
    }

    private JsonArray List()
    {
        JsonArray list = [];
        _at++;
        while (!Ends(']'))
        {
            list.Add(Value(",]"));
            Separate(']');
        }
        return list;
    }

    private JsonObject Map()
    {
        JsonObject map = [];
        _at++;
        while (!Ends('}'))
        {
            string key = text[_at] is '"' or '\'' ? Quoted() : Until(":,}").Trim();
            Skip();
            if (_at == text.Length || text[_at] != ':')
                throw YamlReader.Fault(line, "a colon is expected");
            _at++;
            if (!map.TryAdd(key, Value(",}")))
                throw YamlReader.Fault(line, $"the key {key} is given twice");
            Separate('}');
        }
        return map;
    }

    private bool Ends(char close)
    {
        Skip();
        if (_at == text.Length)
            throw YamlReader.Fault(line, $"a {close} is missing");
        if (text[_at] != close)
            return false;
        _at++;
        return true;
    }

    private void Separate(char close)
    {
        Skip();
        if (_at < text.Length && text[_at] == ',')
            _at++;
        else if (_at == text.Length || text[_at] != close)
            throw YamlReader.Fault(line, $"a comma or a {close} is expected");
    }

    private string Quoted()
    {
        char quote = text[_at++];
        StringBuilder value = new();
        for (; _at < text.Length; _at++)
        {
            char c = text[_at];
            if (c == quote && quote == '\'' && _at + 1 < text.Length && text[_at + 1] == quote)
                _at++;
            else if (c == quote)
            {
                _at++;
                return value.ToString();
            }
            if (c == '\\' && quote == '"')
                value.Append(Escape());
            else
                value.Append(c);
        }
        throw YamlReader.Fault(line, "a quote is not closed");
    }

    private string Escape()
    {
        _at++;
        char c = _at < text.Length ? text[_at] : '\0';
        int digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && _at + digits < text.Length && int.TryParse(text.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            _at += digits;
            return code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code);
        }
        return c switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            '0' => "\0",
            '"' or '\\' or '/' or ' ' => c.ToString(),
            _ => throw YamlReader.Fault(line, "an escape is not understood"),
        };
    }

    private string Until(string stops)
    {
        int start = _at;
        while (_at < text.Length && !stops.Contains(text[_at], StringComparison.Ordinal))
            _at++;
        return text[start.._at];
    }

    private void Skip()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n')
            _at++;
    }
}
