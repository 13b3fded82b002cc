using System.Collections;

namespace CrossAccess.Binding;

/// <summary>Groups with their members, as a hashtable; or the names of groups without members. Gives a <see cref="Dictionary{TKey, TValue}"/> of names.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class GroupMemberTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value) => value switch
    {
        IDictionary table => table.Cast<DictionaryEntry>().ToDictionary(entry => entry.Key.ToString()!, entry => Names(Unwrap(entry.Value)), StringComparer.OrdinalIgnoreCase),
        _ => Names(value).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(name => name, _ => Array.Empty<string>(), StringComparer.OrdinalIgnoreCase),
    };

    private static string[] Names(object? value) => value switch
    {
        null => [],
        IEnumerable items and not string => [.. items.Cast<object?>().Select(item => Unwrap(item)?.ToString() ?? "")],
        _ => [value.ToString()!],
    };
}
