namespace CrossAccess;

/// <summary>
/// How long a session is asked to last: within what AWS allows, and no longer than the caller's access. A session outlives the
/// end of the access that opened it, because nothing in the client's account knows of that end.
/// </summary>
internal static class SessionLength
{
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestChained = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unasked = TimeSpan.FromHours(1);

    /// <param name="now">AWS's time.</param>
    /// <returns>Null: what AWS gives unasked.</returns>
    public static TimeSpan? For(TimeSpan? asked, HomeCaller caller, RoleTarget target, DateTimeOffset now, IActivity activity)
    {
        TimeSpan? allowed = Allowed(asked, caller, activity);
        if (EndOf(caller, target) is not { } end) return allowed;

        TimeSpan left = end - now;
        if (left >= (allowed ?? Unasked)) return allowed;

        TimeSpan cut = left < Shortest ? Shortest : TimeSpan.FromSeconds(Math.Floor(left.TotalSeconds));
        string access = $"Your access to {target.Client} {target.Tier}";
        activity.Warn(left < TimeSpan.Zero
            ? $"{access} ended at {Time(end)} as far as is known here. If AWS still gives a session, it lasts 15 minutes."
            : left < Shortest
                ? $"{access} ends at {Time(end)}. AWS makes no session shorter than 15 minutes, so this one lasts until {Time(now + cut)}."
                : $"{access} ends at {Time(end)}, and this session with it.");
        return cut;
    }

    /// <summary>When the caller's access to the role ends; null: no end is known.</summary>
    public static DateTimeOffset? EndOf(HomeCaller caller, RoleTarget target) =>
        caller.PermissionSetName == target.PermissionSetName ? target.EndOf(caller.Name) : null;

    private static TimeSpan? Allowed(TimeSpan? asked, HomeCaller caller, IActivity activity)
    {
        if (!caller.IsRoleSession || asked is not { } duration || duration <= LongestChained) return asked;
        activity.Warn("A session entered from another role's session lasts an hour at most: AWS refuses more. This one lasts an hour.");
        return LongestChained;
    }

    private static string Time(DateTimeOffset time) => $"{time.ToLocalTime():HH:mm:ss}";
}
