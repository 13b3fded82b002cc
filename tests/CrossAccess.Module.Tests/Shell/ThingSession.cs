using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Shell;

/// <summary>A session in which the test cmdlets stand beside the module's own.</summary>
internal static class ThingSession
{
    public static ModuleSession Open() => new(BuiltModule.TestCommands);

    /// <summary>Work for -OnPlan and -OnApply.</summary>
    public static void SetWork(this ModuleSession session, string variable, Func<string, CancellationToken, Task> work) => session.Set(variable, work);
}
