using System.Collections;

namespace CrossAccess.Binding;

/// <summary>One account, by id or name, or as Get-CrossAccessClient gives it. Of several none is picked unasked.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AccountTransformationAttribute : ValueTransformationAttribute
{
    protected override object? Transform(object value)
    {
        object?[] accounts = value is IEnumerable several and not string ? [.. several.Cast<object?>().Select(Unwrap)] : [value];
        return accounts switch
        {
            [] => null,
            [ClientAccount only] => only.AccountId,
            [var only] => only?.ToString()?.Trim(),
            _ => throw new ClientAccessException(ClientAccessError.AccountAmbiguous, $"One account is needed and {accounts.Length} are given ({Printable.Of(string.Join(", ", accounts))}). Name the one that is meant."),
        };
    }
}
