using System.Collections;

namespace CrossAccess.Binding;

/// <summary>Several texts, each given on its own or as a cell such as <c>Engineers;Support</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ListTransformationAttribute : ValueTransformationAttribute
{
    /// <summary>Whether a comma separates too. It must not where a name may hold one, as groups, users, roles and policies may.</summary>
    public bool Commas { get; init; }

    protected override object? Transform(object value)
    {
        char[] separators = Commas ? [';', ','] : [';'];
        string[] items = [.. Texts(value).SelectMany(text => text.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        return items.Length == 0 ? null : items;
    }

    private static IEnumerable<string> Texts(object value) =>
        value is IEnumerable items and not string
            ? items.Cast<object?>().Select(item => Unwrap(item)?.ToString() ?? "")
            : [value.ToString() ?? ""];
}
