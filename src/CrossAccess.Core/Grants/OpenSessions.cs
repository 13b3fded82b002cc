namespace CrossAccess;

/// <summary>
/// How long an end has to stay in a permission set's policy: as long as a session may be open that it denies. The portal opens
/// sessions, denied though they are, until the assignment is taken away; each lasts for the set's session duration. AWS does
/// not say afterwards when an assignment was taken away, so it is kept near the end, which the policy itself says.
/// </summary>
internal static class OpenSessions
{
    /// <summary>How long a session in a client's account lasts at most that was entered from Identity Center. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining</summary>
    public static readonly TimeSpan LongestChained = TimeSpan.FromHours(1);

    // Whoever tidies up every hour needs no edit of the policy for it.
    private static readonly TimeSpan Lateness = TimeSpan.FromHours(1);

    // An end that is moved to now must be past by AWS's clock, too.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>When no session is left that the end has to deny.</summary>
    public static DateTimeOffset OverAt(AccessEnd end, PermissionSetState set) => end.Time + Lateness + set.SessionDuration;

    /// <summary>
    /// When the last session is over that a grant opened which is taken away now: one in home lasts for the set's session
    /// duration, unless an end denies it sooner, and one in a client's account that was entered from it for an hour more.
    /// </summary>
    public static DateTimeOffset OverAt(PermissionSetState set, AccessEnd? end, DateTimeOffset now)
    {
        DateTimeOffset home = now + set.SessionDuration;
        DateTimeOffset lastEntry = end is null || end.Time > home ? home : end.Time > now ? end.Time : now;
        return AccessEnd.WholeSeconds(lastEntry + LongestChained);
    }

    /// <summary>True where the assignment is taken away so long after the end that the end must be moved first.</summary>
    public static bool OutlastEnd(AccessEnd end, DateTimeOffset now) => now - end.Time > Lateness;

    /// <summary>The end to put in an end's place before the assignment is taken away late.</summary>
    public static AccessEnd Moved(AccessEnd end, DateTimeOffset now) => end with { Time = AccessEnd.WholeSeconds(now - ClockDifference) };

    /// <summary>A policy with a moved end, unless the user has got a later one since.</summary>
    public static PermissionSetPolicy With(PermissionSetPolicy policy, AccessEnd moved) =>
        policy.EndOf(moved.UserId) is { } there && there.Time < moved.Time ? policy.With(moved) : policy;
}
