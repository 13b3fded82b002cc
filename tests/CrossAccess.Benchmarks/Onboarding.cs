using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace CrossAccess.Benchmarks;

/// <summary>
/// Eight clients through the chain of three commands, one record at a time and eight, where AWS takes its time and keeps its
/// limits.
/// </summary>
[Config(typeof(FewLongRuns))]
public class Onboarding
{
    private const int Clients = 8;

    private Shell _shell = null!;

    /// <summary>How long AWS works on an assignment, in seconds. It works on one of an account at a time, however many are asked for.</summary>
    [Params(0, 0.5)]
    public double Provisioning { get; set; }

    [IterationSetup]
    public void Start()
    {
        string accounts = string.Join(", ", Enumerable.Range(0, Clients).Select(number => $"'{AccountOf(number)}'"));
        _shell = new Shell($"-ClientAccount {accounts} -LatencyMilliseconds 50 -ProvisioningSeconds {Provisioning.ToString(CultureInfo.InvariantCulture)} -Limits Aws");
    }

    [IterationCleanup]
    public void Stop() => _shell.Dispose();

    [Benchmark(Baseline = true)]
    public void One_at_a_time() => Onboard(1, nameof(One_at_a_time));

    [Benchmark]
    public void Eight_at_a_time() => Onboard(8, nameof(Eight_at_a_time));

    private static string AccountOf(int number) => $"{300000000000 + number}";

    private void Onboard(int throttleLimit, string benchmark)
    {
        string rows = string.Join(", ", Enumerable.Range(0, Clients).Select(number => $"[pscustomobject]@{{ Client = 'Client{number}'; AccountId = '{AccountOf(number)}'; ProfileName = 'client-{AccountOf(number)}' }}"));
        int requests = _shell.CountRequests($"{rows} | New-RemoteAccessRole -ThrottleLimit {throttleLimit} | New-ClientPermissionSet -ThrottleLimit {throttleLimit} | Grant-ClientAccess -Group Engineers -ThrottleLimit {throttleLimit}");
        RequestsColumn.Record(benchmark, requests);
    }
}
