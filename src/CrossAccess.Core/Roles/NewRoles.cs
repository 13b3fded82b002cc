using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Roles that this process has just made. IAM is eventually consistent: only these are worth waiting for when they are refused.</summary>
internal static class NewRoles
{
    // Observed 10 to 60 s: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<string, long> MadeAt = new(StringComparer.Ordinal);

    public static void Remember(string roleArn) => MadeAt[roleArn] = Environment.TickCount64;

    public static bool MayStillSettle(string roleArn) =>
        MadeAt.TryGetValue(roleArn, out long madeAt) && Environment.TickCount64 - madeAt < Settling.TotalMilliseconds;
}
