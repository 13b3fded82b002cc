using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation.Templates;

/// <summary>Plain and block scalars. Dates such as 2012-10-17, and numbers with leading zeros such as account ids, stay text.</summary>
internal static class YamlScalars
{
    public static JsonNode? Plain(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(false);
        }
        bool isPadded = text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
        if (!isPadded && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            return JsonValue.Create(number);
        return JsonValue.Create(text);
    }

    /// <summary>The text before a comment.</summary>
    public static string WithoutComment(string text)
    {
        int mark = text.IndexOf(" #", StringComparison.Ordinal);
        return mark < 0 ? text : text[..mark].TrimEnd();
    }

    /// <summary>A literal (|) or folded (>) scalar with its chomping and indentation indicators.</summary>
    public static JsonNode Block(YamlLine header, string text, List<YamlLine> lines)
    {
        string indicators = WithoutComment(text)[1..].Trim();
        char chomping = indicators.FirstOrDefault(static c => c is '+' or '-');
        if (indicators.Any(static c => c is not ('+' or '-') && !char.IsAsciiDigit(c)))
            throw YamlReader.Fault(header, "a block scalar's header is malformed");
        int margin = indicators.FirstOrDefault(char.IsAsciiDigit) is var digit and not '\0'
            ? header.Indent + digit - '0'
            : lines.FirstOrDefault(static line => line.Text.Length > 0).Indent;
        List<string> content = [.. lines.Select(line => line.Text.Length == 0 ? "" : line.Raw.Length >= margin ? line.Raw[margin..] : line.Text)];
        int trailing = content.AsEnumerable().Reverse().TakeWhile(static line => line.Length == 0).Count();
        List<string> kept = content[..^trailing];
        string body = text[0] == '|' ? string.Join('\n', kept) : Fold(kept);
        string end = chomping switch
        {
            '-' => "",
            '+' => new string('\n', trailing + 1),
            _ => kept.Count == 0 ? "" : "\n",
        };
        return JsonValue.Create(body + end);
    }

    // Lines become one, an empty line becomes a break, and lines that are indented further keep theirs.
    private static string Fold(List<string> lines)
    {
        StringBuilder folded = new();
        for (int i = 0; i < lines.Count; i++)
        {
            bool isBroken = i > 0 && (lines[i].Length == 0 || lines[i][0] == ' ' || lines[i - 1].StartsWith(' '));
            if (isBroken)
                folded.Append('\n');
            else if (i > 0 && lines[i - 1].Length > 0)
                folded.Append(' ');
            folded.Append(lines[i]);
        }
        return folded.ToString();
    }
}
