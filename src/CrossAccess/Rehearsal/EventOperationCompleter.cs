using System.Collections;
using CrossAccess.Binding;

namespace CrossAccess.Rehearsal;

/// <summary>Operations that the Sandbox has answered.</summary>
internal sealed class EventOperationCompleter : LocalCompleter
{
    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters) =>
        ProcessSandbox.Events
            .Where(answered => answered.Operation.Length > 0)
            .Select(answered => (answered.Operation, $"{answered.Service}:{answered.Operation}"))
            .OrderBy(candidate => candidate.Operation, StringComparer.OrdinalIgnoreCase);
}
