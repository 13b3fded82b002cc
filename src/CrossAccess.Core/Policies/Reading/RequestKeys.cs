using System.Diagnostics.CodeAnalysis;

namespace CrossAccess;

/// <summary>What is known of the condition keys that a request carries. Names are told apart without case, as IAM does.</summary>
internal sealed class RequestKeys
{
    private readonly Dictionary<string, string?> _values;

    /// <param name="values">Null: the request does not carry the key. A key that is not listed may be anything.</param>
    public RequestKeys(IEnumerable<KeyValuePair<string, string?>> values) => _values = new(values, StringComparer.OrdinalIgnoreCase);

    public RequestKeys With(string key, string? value) => new(new Dictionary<string, string?>(_values, StringComparer.OrdinalIgnoreCase) { [key] = value });

    /// <summary>False: nothing is known of it.</summary>
    public bool TryGet(string key, out string? value) => _values.TryGetValue(key, out value);

    /// <summary>A text with its policy variables replaced; the rest of it becomes a pattern where <paramref name="isPattern"/>.</summary>
    /// <returns>False where a variable's value is not known.</returns>
    /// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html</remarks>
    public bool TryExpand(string text, bool isPattern, [NotNullWhen(true)] out string? expanded)
    {
        expanded = "";
        int position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is >= 0 and var start)
        {
            int end = text.IndexOf('}', start);
            if (end < 0) break;
            string name = text[(start + 2)..end];
            string? value = name is "*" or "?" or "$" ? name : TryGet(name, out string? known) ? known : null;
            if (value is null) return false;
            expanded += Plain(text[position..start]) + value;
            position = end + 1;
        }
        expanded += Plain(text[position..]);
        return true;

        string Plain(string part) => isPattern ? PolicyPattern.Prepare(part) : part;
    }
}
