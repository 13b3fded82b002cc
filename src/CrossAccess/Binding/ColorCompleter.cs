using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The colours in which the console shows roles.</summary>
internal sealed class ColorCompleter : LocalCompleter
{
    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters) =>
        SwitchRoleColor.Named.Select(color => (color.Key, color.Value));
}
