using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace CrossAccess.Commands;

/// <summary>The variables of one name in every scope between a cmdlet's caller and the global one, those that others hide too.</summary>
internal static class CallerScopes
{
    // The public look-up ends at the first variable, and passes over private ones of outer scopes. This is what
    // Get-Variable -Scope asks; an engine without it is asked for the scopes that have a name.
    private static readonly Func<PSVariableIntrinsics, string, string, PSVariable?>? AtScope =
        typeof(PSVariableIntrinsics).GetMethod("GetAtScope", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(string), typeof(string)])
            ?.CreateDelegate<Func<PSVariableIntrinsics, string, string, PSVariable?>>();

    /// <summary>Innermost first.</summary>
    public static IReadOnlyList<PSVariable> Find(PSVariableIntrinsics variables, string name) =>
        [.. Numbered(variables, name).Concat(Named(variables, name)).OfType<PSVariable>().Distinct()];

    /// <summary>The variable of the global scope; null: there is none.</summary>
    public static PSVariable? FindGlobal(PSVariableIntrinsics variables, string name) =>
        variables.Get($"global:{name}") ?? AtScope?.Invoke(variables, name, "global");

    private static IEnumerable<PSVariable?> Named(PSVariableIntrinsics variables, string name) =>
        [variables.Get(name), variables.Get($"local:{name}"), variables.Get($"script:{name}"), FindGlobal(variables, name)];

    private static List<PSVariable?> Numbered(PSVariableIntrinsics variables, string name)
    {
        List<PSVariable?> found = [];
        try
        {
            while (AtScope is not null) found.Add(AtScope(variables, name, found.Count.ToString(CultureInfo.InvariantCulture)));
        }
        catch (ArgumentOutOfRangeException)
        {
            // There is no scope of that number: the one before was the global one.
        }

        return found;
    }
}
