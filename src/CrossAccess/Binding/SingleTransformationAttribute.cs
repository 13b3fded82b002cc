using System.Collections;

namespace CrossAccess.Binding;

/// <summary>One text. Of a list from the pipeline, such as a client's tiers, none is picked unasked.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SingleTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value)
    {
        if (value is not IEnumerable items || value is string) return value.ToString()!.Trim();

        string[] texts = [.. items.Cast<object?>().Select(item => Unwrap(item)?.ToString()?.Trim() ?? "")];
        return texts.Length == 1
            ? texts[0]
            : throw new ClientAccessException(ClientAccessError.InvalidText, $"One is needed and {texts.Length} are given ({Printable.Of(string.Join(", ", texts))}). Name the one that is meant.");
    }
}
