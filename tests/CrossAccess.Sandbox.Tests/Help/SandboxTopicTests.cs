using System.Reflection;
using System.Text;

namespace CrossAccess.Sandbox.Tests.Help;

public sealed class SandboxTopicTests
{
    /// <summary>Set to 1, the test writes the topic's list of operations anew.</summary>
    private const string WriteVariable = "CROSSACCESS_WRITE_SANDBOX_OPERATIONS";
    private const string Start = "OPERATIONS\n";
    private const string End = "    Not imitated though AWS has them";

    private static string Topic => typeof(SandboxTopicTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static a => a.Key == "SandboxTopic").Value!;

    [Fact]
    public async Task The_help_names_every_operation_that_is_imitated_and_none_besides()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        string text = (await File.ReadAllTextAsync(Topic, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        int start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string expected = string.Concat(sandbox.Imitated.Select(static service => Listed(service.Model.Name, service.Operations.Keys))) + "\n";
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
            await File.WriteAllTextAsync(Topic, text[..start] + expected + text[end..], TestContext.Current.CancellationToken);
        else
            Assert.True(expected == text[start..end], $"The list of operations is not what is imitated. Run this test with {WriteVariable}=1 and read the difference.");
    }

    [Fact]
    public async Task The_help_fits_a_console_of_eighty_columns()
        => Assert.All(await File.ReadAllLinesAsync(Topic, TestContext.Current.CancellationToken), static line => Assert.True(line.Length < 80, line));

    private static string Listed(string service, IEnumerable<string> operations)
    {
        StringBuilder text = new($"    {service}\n");
        string line = "       ";
        foreach (string operation in operations.Order(StringComparer.Ordinal))
        {
            if (line.Length + operation.Length + 2 > 78)
            {
                text.Append(line).Append('\n');
                line = "       ";
            }
            line += $" {operation},";
        }
        return text.Append(line.TrimEnd(',')).Append('\n').ToString();
    }
}
