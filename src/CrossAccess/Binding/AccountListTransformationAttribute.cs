using System.Collections;
using System.Globalization;

namespace CrossAccess.Binding;

/// <summary>Several accounts, each by id, name or wildcard, or as Get-CrossAccessClient gives them.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AccountListTransformationAttribute : ValueTransformationAttribute
{
    private static readonly char[] Separators = [';', ','];

    protected override object? Transform(object value)
    {
        IEnumerable<object?> items = value is IEnumerable several and not string ? several.Cast<object?>() : [value];
        string[] accounts = [.. items.SelectMany(item => Texts(Unwrap(item)))];
        return accounts.Length == 0 ? null : accounts;
    }

    private static string[] Texts(object? item) => item switch
    {
        ClientAccount account => [account.AccountId],
        // An unquoted id is a number, and its leading zeros are gone.
        int or long => [AccountId.Parse(((IFormattable)item).ToString(null, CultureInfo.InvariantCulture))],
        _ => (item?.ToString() ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };
}
