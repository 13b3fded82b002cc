using BenchmarkDotNet.Attributes;

namespace CrossAccess.Benchmarks;

/// <summary>
/// Entering a role and leaving it again, in a signed-in shell. The baseline is a command of the module that does nothing, and
/// so is what PowerShell itself costs.
/// </summary>
[InProcess]
[MinIterationCount(20)]
[MaxIterationCount(40)]
public class Entering
{
    private const string Nothing = "Get-ClientRole";
    private const string Warm = "$null = Enter-ClientRole AbcCorp; Exit-ClientRole";
    private const string Cold = "$null = Enter-ClientRole AbcCorp -NoCache; Exit-ClientRole";

    private Shell _shell = null!;

    /// <summary>How long AWS takes for each request, in milliseconds.</summary>
    [Params(0, 50)]
    public int Latency { get; set; }

    [GlobalSetup]
    public void SignIn()
    {
        _shell = new Shell($"-ApproveSignInAs ana -LatencyMilliseconds {Latency}");
        _shell.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -User ana; Connect-CrossAccess -UseDeviceCode");
        // Cold first, which leaves a session behind for the warm one.
        RequestsColumn.Record(nameof(Cold_entry), _shell.CountRequests(Cold));
        RequestsColumn.Record(nameof(Warm_entry), _shell.CountRequests(Warm));
        RequestsColumn.Record(nameof(A_command_that_does_nothing), _shell.CountRequests(Nothing));
    }

    [GlobalCleanup]
    public void Leave() => _shell.Dispose();

    [Benchmark(Baseline = true)]
    public void A_command_that_does_nothing() => _shell.Run(Nothing);

    [Benchmark]
    public void Warm_entry() => _shell.Run(Warm);

    [Benchmark]
    public void Cold_entry() => _shell.Run(Cold);
}
