using CrossAccess.Module.Tests.Engine;
using CrossAccess.Module.Tests.Guards;

[assembly: AssemblyFixture(typeof(FirstImport))]

namespace CrossAccess.Module.Tests.Guards;

/// <summary>The first import in this process, before any test can have loaded more than importing does.</summary>
public sealed class FirstImport
{
    public FirstImport()
    {
        using ModuleSession session = new();
        session.Run("Get-Command -Module CrossAccess | ForEach-Object { $_.ParameterSets; $_.OutputType.Type }");
        LoadedAssemblies = [.. AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name ?? "")];
    }

    /// <summary>What was loaded once the module had been imported and its commands listed.</summary>
    public IReadOnlyList<string> LoadedAssemblies { get; }
}
