using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Guards;

/// <summary>Holds the direction of references. Read from the built files, so that nothing is loaded.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_cmdlets_know_no_AWS_type() =>
        Assert.DoesNotContain(References("CrossAccess.dll"), name => IsAwsSdk(name) || name is "CrossAccess.Aws" or "CrossAccess.AwsClients");

    [Fact]
    public void Core_knows_neither_PowerShell_nor_AWS() =>
        Assert.All(References("CrossAccess.Core.dll"), name => Assert.True(IsRuntime(name), name));

    [Fact]
    public void The_Sandbox_knows_the_runtime_alone() =>
        Assert.All(References("CrossAccess.Sandbox.dll"), name => Assert.True(IsRuntime(name), name));

    [Theory]
    [InlineData("CrossAccess.Aws.dll")]
    [InlineData("CrossAccess.AwsClients.dll")]
    public void The_AWS_side_knows_nothing_of_the_shell(string file) =>
        Assert.DoesNotContain(References(Path.Combine("sdk", file)), name => name is "CrossAccess" or "CrossAccess.Sandbox" or "System.Management.Automation");

    [Fact]
    public void The_AWS_clients_know_nothing_of_the_module() =>
        Assert.DoesNotContain(References(Path.Combine("sdk", "CrossAccess.AwsClients.dll")), name => name.StartsWith("CrossAccess", StringComparison.Ordinal));

    [Fact]
    public void One_AWS_package_ships_and_nothing_that_the_shell_owns_lies_beside_it()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(BuiltModule.Folder, "bin", "sdk"), "*.dll").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

        Assert.Equal(["AWSSDK.Core.dll", "CrossAccess.Aws.dll", "CrossAccess.AwsClients.dll"], files);
    }

    private static bool IsAwsSdk(string name) => name.StartsWith("AWSSDK", StringComparison.Ordinal);

    private static bool IsRuntime(string name) =>
        name is "netstandard" || name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Management.Automation", StringComparison.Ordinal);

    private static List<string> References(string file)
    {
        using var portable = new PEReader(File.OpenRead(Path.Combine(BuiltModule.Folder, "bin", file)));
        MetadataReader metadata = portable.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
