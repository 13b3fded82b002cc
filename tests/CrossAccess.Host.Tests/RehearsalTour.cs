using System.Text.RegularExpressions;

namespace CrossAccess.Host.Tests;

public sealed partial class RehearsalTour(RehearsalTour.OneRun tour) : IClassFixture<RehearsalTour.OneRun>
{
    [Fact]
    public async Task The_rehearsal_shows_every_step_and_all_of_them_do_what_they_should()
    {
        HostRun run = tour.Run;

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Empty(run.Errors);
        string script = await File.ReadAllTextAsync(Path.Combine(Clone.RehearsalFolder, "Rehearsal.ps1"), TestContext.Current.CancellationToken);
        string[] titles = [.. StepTitle().Matches(script).Select(step => step.Groups["title"].Value.Replace("''", "'", StringComparison.Ordinal))];
        Assert.NotEmpty(titles);
        Assert.All(titles.Index(), step => Assert.Contains($"{step.Index + 1}. {step.Item}", run.Lines));
        Assert.Contains($"All {titles.Length} steps did what they should.", run.Lines);
    }

    [Fact]
    public void The_rehearsals_tables_and_commands_fit_a_terminal_of_80_columns()
    {
        // The engine leaves these to the terminal to wrap.
        string[] unwrapped = ["What if: ", "WARNING: ", "Enter-ClientRole: ", "  Recommendation: "];

        IEnumerable<string> lines = tour.Run.Output.Split('\n').Where(line => !unwrapped.Any(line.StartsWith));

        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public void The_rehearsal_shows_a_plan_a_grant_a_second_run_an_entry_a_refusal_and_the_end_of_access()
    {
        string output = tour.Run.Output;

        Assert.All(["Planned", "Created", "Unchanged", "Removed", "AbcCorpReadOnly", "Engineers"], word => Assert.Contains(word, output));
        Assert.Matches("Enter-ClientRole: .*refused", output);
    }

    [Fact]
    public async Task A_rehearsal_in_which_a_step_fails_says_which_and_fails()
    {
        using TemporaryFolder folder = new();
        string script = await File.ReadAllTextAsync(Path.Combine(Clone.RehearsalFolder, "Rehearsal.ps1"), TestContext.Current.CancellationToken);
        folder.Write("clients.csv", await File.ReadAllTextAsync(Path.Combine(Clone.RehearsalFolder, "clients.csv"), TestContext.Current.CancellationToken));
        string broken = script
            .Replace("-Group Engineers -Force", "-Group NoSuchGroup -Force", StringComparison.Ordinal)
            .Replace("    Enter-ClientRole Globex -Tier ReadOnly", "    Enter-ClientRole AbcCorp -Tier ReadOnly -Account staging", StringComparison.Ordinal);

        HostRun run = await HostRun.Start(["-File", folder.Write("Rehearsal.ps1", broken)]);

        Assert.Equal(1, run.ExitCode);
        string verdict = run.Output[run.Output.IndexOf("did not do what they should", StringComparison.Ordinal)..];
        Assert.Contains("Take a tier away from a client: first who has it", verdict);
        Assert.Contains("She was not granted another client: AWS refuses her", verdict);
    }

    [GeneratedRegex(@"^(Step|Refused) '(?<title>(?:[^']|'')+)'", RegexOptions.Multiline)]
    private static partial Regex StepTitle();

    /// <summary>One run of the rehearsal, which several tests look at.</summary>
    public sealed class OneRun : IAsyncLifetime
    {
        internal HostRun Run { get; private set; } = new(0, "", "");

        public async ValueTask InitializeAsync() => Run = await HostRun.Start([]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
