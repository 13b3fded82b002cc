using System.Text;
using System.Text.RegularExpressions;

namespace CrossAccess.Sandbox.Models;

/// <summary>
/// Turns a service model's pattern into a .NET expression: the models leave the anchors out, and .NET's \w and \d would
/// match letters and digits of every script where AWS means ASCII.
/// </summary>
internal static class AnchoredPattern
{
    public static Regex Compile(string pattern)
        => new(@"\A(?:" + AsciiClasses(pattern) + @")\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));

    private static string AsciiClasses(string pattern)
    {
        StringBuilder ascii = new();
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                ascii.Append(Escaped(pattern[++i], inClass));
                continue;
            }
            if (c == '[' && !inClass)
                inClass = true;
            else if (c == ']')
                inClass = false;
            ascii.Append(c);
        }
        return ascii.ToString();
    }

    private static string Escaped(char letter, bool inClass) => (letter, inClass) switch
    {
        ('w', true) => "A-Za-z0-9_",
        ('w', false) => "[A-Za-z0-9_]",
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        _ => "\\" + letter,
    };
}
