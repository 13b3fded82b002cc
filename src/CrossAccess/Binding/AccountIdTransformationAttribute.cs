using System.Collections;
using System.Globalization;

namespace CrossAccess.Binding;

/// <summary>One account id, or several: text, or the number that an unquoted id or a spreadsheet's cell is.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class AccountIdTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value) =>
        value is IEnumerable items and not string
            ? items.Cast<object?>().Select(item => Parse(Unwrap(item))).ToArray()
            : Parse(value);

    private static string Parse(object? value) => AccountId.Parse(value switch
    {
        double number => number.ToString("F0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    });
}
