using System.Runtime.Loader;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Guards;

[Collection(ProcessEnvironment.Collection)]
public sealed class ImportTests(FirstImport firstImport)
{
    [Fact]
    public void The_manifest_is_valid()
    {
        using ModuleSession session = new();

        ShellResult result = session.Run($"(Test-ModuleManifest '{BuiltModule.Manifest}').Version.ToString()");

        Assert.Empty(result.Errors);
        Assert.Equal([ProjectVersion()], result.Texts);
    }

    [Fact]
    public void Exactly_the_commands_of_the_manifest_are_exported()
    {
        using ModuleSession session = new();

        ShellResult exported = session.Run("(Get-Command -Module CrossAccess).Name");
        ShellResult listed = session.Run($"(Test-ModuleManifest '{BuiltModule.Manifest}').ExportedCommands.Keys");

        Assert.Equal(listed.Texts.Order(StringComparer.Ordinal), exported.Texts.Order(StringComparer.Ordinal));
        Assert.NotEmpty(exported.Texts);
    }

    [Fact]
    public void Every_command_class_is_exported_under_its_own_name()
    {
        using ModuleSession session = new();

        ShellResult result = session.Run("Get-Command -Module CrossAccess | ForEach-Object { \"CrossAccess.Commands.$($_.Verb)$($_.Noun)Command\" -eq $_.ImplementingType.FullName }");

        Assert.All(result.Texts, text => Assert.Equal("True", text));
    }

    [Fact]
    public void The_modules_types_can_be_named_as_soon_as_it_is_imported()
    {
        using ModuleSession session = new();

        Assert.Equal(["RemoteAccessRole"], session.Run("[CrossAccess.RemoteAccessRole].Name").Texts);
    }

    [Fact]
    public void The_module_can_be_imported_again()
    {
        using ModuleSession session = new();

        ShellResult result = session.Run($"Remove-Module CrossAccess; Import-Module '{BuiltModule.Manifest}' -Force; (Get-Command Get-AccessTier).ModuleName");

        Assert.Empty(result.Errors);
        Assert.Equal(["CrossAccess"], result.Texts);
    }

    [Fact]
    public void Importing_and_listing_the_commands_loads_neither_the_AWS_SDK_nor_the_Sandbox()
    {
        Assert.Contains("CrossAccess.Core", firstImport.LoadedAssemblies);
        Assert.DoesNotContain(
            firstImport.LoadedAssemblies,
            name => name.StartsWith("AWSSDK", StringComparison.Ordinal) || name.StartsWith("CrossAccess.Aws", StringComparison.Ordinal) || name == "CrossAccess.Sandbox");
    }

    [Fact]
    public void The_AWS_SDK_is_loaded_into_our_own_context_when_it_is_first_needed()
    {
        using ModuleSession session = new();
        session.Run("Start-CrossAccessSandbox; Initialize-CrossAccess -Company acme -HomeProfileName sandbox-home -HomeAccountId 111111111111; Stop-CrossAccessSandbox");

        AssemblyLoadContext[] contexts = [.. AssemblyLoadContext.All.Where(context => context.Assemblies.Any(assembly => assembly.GetName().Name == "AWSSDK.Core"))];

        Assert.Equal(["CrossAccess"], contexts.Select(context => context.Name));
    }

    private static string ProjectVersion()
    {
        string properties = File.ReadAllText(Path.Combine(BuiltModule.Folder, "src", "Directory.Build.props"));
        int start = properties.IndexOf("<Version>", StringComparison.Ordinal) + "<Version>".Length;
        return properties[start..properties.IndexOf("</Version>", StringComparison.Ordinal)];
    }
}
