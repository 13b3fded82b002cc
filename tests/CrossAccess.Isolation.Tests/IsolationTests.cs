namespace CrossAccess.Isolation.Tests;

/// <summary>
/// AWSSDK.Core looks its sister packages up by simple name among all assemblies of the process. Whoever has loaded them,
/// and whoever comes first, both the SDK and the module must still resolve every profile.
/// </summary>
public sealed class IsolationTests
{
    [Fact]
    public Task The_SDKs_packages_and_the_module_live_together_when_the_SDK_comes_first() =>
        LiveTogether("theirs:client", "theirs:client-by-sso", "ours:client", "ours:client-by-sso", "theirs:client", "theirs:client-by-sso");

    [Fact]
    public Task The_SDKs_packages_and_the_module_live_together_when_the_module_comes_first() =>
        LiveTogether("ours:client", "ours:client-by-sso", "theirs:client", "theirs:client-by-sso", "ours:client", "ours:client-by-sso");

    [Fact]
    public async Task The_module_brings_AWSSDK_Core_alone_and_into_a_context_of_its_own()
    {
        using var scenario = new Scenario();

        string[] lines = await scenario.RunAsync("ours:client", "ours:client-by-sso");

        Assert.Equal(["AWSSDK.Core @ CrossAccess", "CrossAccess.Aws @ CrossAccess", "CrossAccess.AwsClients @ CrossAccess"], lines.Where(line => line.Contains('@')).Order());
    }

    [Fact]
    public async Task A_line_of_the_configuration_that_the_SDK_cannot_read_does_not_stop_the_module()
    {
        using var scenario = new Scenario(more: "a line that is neither a setting nor a comment");

        string[] lines = await scenario.RunAsync(namesFiles: false, "ours:client");

        Assert.Contains("ours:client = ASIA_Ops_by_AKIAHOME", lines);
    }

    private static async Task LiveTogether(params string[] steps)
    {
        using var scenario = new Scenario();

        string[] lines = await scenario.RunAsync(steps);

        Assert.Equal(steps.Select(step => $"{step} = {(step.EndsWith("sso", StringComparison.Ordinal) ? "ASIA_Ops_by_ASIA_Jump" : "ASIA_Ops_by_AKIAHOME")}"), lines[..steps.Length]);
        Assert.Contains("AWSSDK.Core @ Default", lines);
        Assert.Contains("AWSSDK.SecurityToken @ Default", lines);
        Assert.Contains("AWSSDK.Core @ CrossAccess", lines);
        Assert.DoesNotContain("AWSSDK.SecurityToken @ CrossAccess", lines);
    }
}
