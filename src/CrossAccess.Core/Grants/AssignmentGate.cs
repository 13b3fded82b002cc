using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Identity Center works on 15 assignments at a time and refuses more. https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html</summary>
internal static class AssignmentGate
{
    private const int Outstanding = 15;
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> ByInstance = new(StringComparer.Ordinal);

    public static async Task<T> RunAsync<T>(string instanceArn, Func<Task<T>> work, CancellationToken cancellation)
    {
        SemaphoreSlim gate = ByInstance.GetOrAdd(instanceArn, static _ => new SemaphoreSlim(Outstanding, Outstanding));
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }
}
