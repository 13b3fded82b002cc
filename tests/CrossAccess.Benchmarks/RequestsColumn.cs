using System.Collections.Concurrent;
using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace CrossAccess.Benchmarks;

/// <summary>How many requests AWS gets from what is measured.</summary>
internal sealed class RequestsColumn : IColumn
{
    private static readonly ConcurrentDictionary<string, int> Counted = new();

    public string Id => "Requests";

    public string ColumnName => "Requests";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Requests that AWS gets for one run";

    public static void Record(string benchmark, int requests) => Counted[benchmark] = requests;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        Counted.TryGetValue(benchmarkCase.Descriptor.WorkloadMethod.Name, out int requests) ? requests.ToString(CultureInfo.InvariantCulture) : "";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
