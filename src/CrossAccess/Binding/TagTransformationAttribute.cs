using System.Collections;
using System.Management.Automation;

namespace CrossAccess.Binding;

/// <summary>Tags: a hashtable, a cell such as <c>team=core;cost=42</c>, or objects with Key and Value. Gives a <see cref="Dictionary{TKey, TValue}"/> of texts.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TagTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, string text) in Pairs(value))
        {
            if (!tags.TryAdd(key, text)) throw Invalid($"tag '{Printable.Of(key)}' is given twice");
        }

        return tags;
    }

    private static IEnumerable<(string Key, string Value)> Pairs(object value) => value switch
    {
        IDictionary table => table.Cast<DictionaryEntry>().Select(entry => (TextOf(entry.Key), TextOf(entry.Value))),
        string text => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(FromText),
        IEnumerable items => items.Cast<object?>().SelectMany(item => Unwrap(item) is string or IDictionary ? Pairs(Unwrap(item)!) : [FromObject(item)]),
        _ => [FromObject(value)],
    };

    private static (string Key, string Value) FromText(string pair)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (pair[..equals].Trim(), pair[(equals + 1)..].Trim())
            : throw Invalid($"'{Printable.Of(pair)}' is not of the form key=value");
    }

    private static (string Key, string Value) FromObject(object? item)
    {
        PSMemberInfoCollection<PSPropertyInfo>? properties = item is null ? null : PSObject.AsPSObject(item).Properties;
        return properties?["Key"] is { } key && properties["Value"] is { } value
            ? (TextOf(key.Value), TextOf(value.Value))
            : throw Invalid("neither a hashtable, nor key=value text, nor objects with Key and Value");
    }

    private static string TextOf(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";

    private static ClientAccessException Invalid(string problem) =>
        new(ClientAccessError.InvalidText, $"Tags cannot be read: {problem}. Type @{{ team = 'core'; cost = '42' }} or 'team=core;cost=42'.");
}
