using System.Globalization;
using CrossAccess.Binding;
using CrossAccess.Sandbox;

namespace CrossAccess.Rehearsal;

/// <summary>Account ids; or how many accounts there are to be, which is told from an id by being short.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClientAccountTransformationAttribute : AccountIdTransformationAttribute
{
    private const int Most = 10000;

    protected override object? Transform(object value) =>
        int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= Most
            ? SandboxOptions.ClientAccounts(count).ToArray()
            : base.Transform(value);
}
