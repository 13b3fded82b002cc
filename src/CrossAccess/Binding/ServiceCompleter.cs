using System.Collections;

namespace CrossAccess.Binding;

/// <summary>The services of the console.</summary>
internal sealed class ServiceCompleter : LocalCompleter
{
    protected override IEnumerable<(string Value, string ToolTip)> Candidates(IDictionary boundParameters) =>
        ConsoleServices.Known.Select(service => (service.Name, service.Title));
}
