using System.Management.Automation;

namespace CrossAccess.Loading;

/// <summary>Runs when PowerShell imports the module.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <summary>Loads Core, without which a type literal such as [CrossAccess.ClientAccessException] is not found until a command has run.</summary>
    public void OnImport() => GC.KeepAlive(typeof(ClientAccessException).Assembly);
}
