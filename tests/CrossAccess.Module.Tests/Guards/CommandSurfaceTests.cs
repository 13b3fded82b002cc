using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Guards;

public sealed class CommandSurfaceTests
{
    /// <summary>Set to 1, the test writes the baseline anew; read the difference before committing it.</summary>
    private const string WriteVariable = "CROSSACCESS_WRITE_COMMAND_SURFACE";

    [Fact]
    public void The_command_surface_is_the_one_that_was_agreed()
    {
        using ModuleSession session = new();
        string actual = CommandSurface.Describe(session);
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1") File.WriteAllText(BuiltModule.CommandSurface, actual);

        string agreed = File.ReadAllText(BuiltModule.CommandSurface);

        Assert.True(actual == agreed, $"The command surface has changed. If that is meant, run this test with {WriteVariable}=1. It is now:\n{actual}");
    }
}
