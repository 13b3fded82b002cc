namespace CrossAccess;

/// <summary>Assumes a client's role with the caller's own name on it, and says which link of the chain is missing where AWS refuses.</summary>
internal static class RoleAssumer
{
    private const string ExplicitDeny = "explicit deny in an identity-based policy";
    private static readonly TimeSpan[] SettlingPauses = [.. new[] { 1, 2, 3, 5, 8, 13 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <param name="clock">AWS's time.</param>
    /// <exception cref="ClientAccessException">ClientAccessDenied, with the links that may be missing.</exception>
    public static async Task<RoleSession> AssumeAsync(IAwsSession home, RoleTarget target, HomeCaller caller, RoleEntryRequest request, string fallbackRegion, TimeProvider clock, IActivity activity, CancellationToken cancellation)
    {
        activity.Verbose($"Entering {target.Role.Arn} as {caller.Description}, from {home.Source}.");
        RoleAssumption assumption = AssumptionOf(target, caller) with { Duration = SessionLength.For(request.Duration, caller, target, clock.GetUtcNow(), activity) };
        (AwsCredentials credentials, string? sourceIdentity) = await AssumeAsync(home, assumption, caller, target, clock, activity, cancellation).ConfigureAwait(false);
        return new RoleSession(target.Client, target.AccountId, target.AccountName, target.Tier, target.Role.Arn, request.Region ?? home.Region ?? fallbackRegion, credentials)
        {
            RoleSessionName = assumption.SessionName,
            SourceIdentity = sourceIdentity,
            Reason = request.Reason,
            AccessEnds = SessionLength.EndOf(caller, target),
        };
    }

    /// <summary>The request by which a caller enters: with its own name, and what the trust is recorded to ask for.</summary>
    public static RoleAssumption AssumptionOf(RoleTarget target, HomeCaller caller) => new(target.Role.Arn, RoleSessionName.Of(caller))
    {
        ExternalId = target.Role.ExternalId,
        SourceIdentity = RoleSessionName.SourceIdentityOf(caller),
    };

    private static async Task<(AwsCredentials Credentials, string? SourceIdentity)> AssumeAsync(
        IAwsSession home, RoleAssumption assumption, HomeCaller caller, RoleTarget target, TimeProvider clock, IActivity activity, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await AssumeOnceAsync(home, assumption, activity, cancellation).ConfigureAwait(false);
            }
            catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
            {
                DateTimeOffset now = clock.GetUtcNow();
                if (attempt >= SettlingPauses.Length || IsForGood(e, caller, target, now) || !NewRoles.MayStillSettle(assumption.RoleArn)) throw Denied(e, caller, target, now);
            }
            activity.Progress($"Entering {target.Client}", "The role was made a moment ago; waiting for IAM to know it everywhere");
            await Task.Delay(SettlingPauses[attempt], cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Asks once, without waiting. A role made by hand does not allow a source identity, and refuses the whole request for it.</summary>
    /// <exception cref="ClientAccessException">ClientAccessDenied, as AWS worded it.</exception>
    public static async Task<(AwsCredentials Credentials, string? SourceIdentity)> AssumeOnceAsync(IAwsSession home, RoleAssumption assumption, IActivity activity, CancellationToken cancellation)
    {
        try
        {
            return (await home.SecurityTokens.AssumeRoleAsync(assumption, cancellation).ConfigureAwait(false), assumption.SourceIdentity);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied && assumption.SourceIdentity is not null)
        {
            AwsCredentials credentials = await home.SecurityTokens.AssumeRoleAsync(assumption with { SourceIdentity = null }, cancellation).ConfigureAwait(false);
            activity.Verbose("The role does not allow a source identity; CloudTrail shows the session name alone.");
            return (credentials, null);
        }
    }

    // A role that settles will still not trust a session of another permission set, nor undo a deny at home or an end of access: waiting would only delay the answer.
    private static bool IsForGood(ClientAccessException e, HomeCaller caller, RoleTarget target, DateTimeOffset now) =>
        (caller.PermissionSetName is { } held && held != target.PermissionSetName) || HasEnded(caller, target, now) || Said(e).Contains(ExplicitDeny, StringComparison.Ordinal);

    private static bool HasEnded(HomeCaller caller, RoleTarget target, DateTimeOffset now) => SessionLength.EndOf(caller, target) < now;

    private static string Said(ClientAccessException e) => (e.InnerException ?? e).Message;

    private static ClientAccessException Denied(ClientAccessException e, HomeCaller caller, RoleTarget target, DateTimeOffset now)
    {
        string set = target.PermissionSetName;
        string said = Said(e);
        string why = caller.PermissionSetName switch
        {
            null => $"These credentials are no session of permission set {set}, by which the role is entered, but {caller.Description}.",
            { } held when held != set => $"These credentials are of permission set {held}; this role is entered with {set}.",
            _ when HasEnded(caller, target, now) => $"Your access by permission set {set} ended at {target.EndOf(caller.Name):u}.",
            // What IAM adds where the caller's own side is the reason:
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
            _ when said.Contains("no identity-based policy allows", StringComparison.Ordinal) => $"Permission set {set} does not allow it here: it was not provisioned since it last changed, or its policy names another role.",
            _ when said.Contains(ExplicitDeny, StringComparison.Ordinal) => $"A policy denies it: your access by permission set {set} was given for a time that is over, or was stopped.",
            _ => $"Permission set {set} was not provisioned since it last changed, the role does not exist, or its trust names another set{ExternalIdLink(target)}.",
        };
        string ask = WhomToAsk(caller, target, isStopped: said.Contains(ExplicitDeny, StringComparison.Ordinal));
        return e.As(
            ClientAccessError.ClientAccessDenied,
            $"AWS refused to let {caller.Name} enter {target.Role.Arn}. {why} AWS said: {said}",
            caller.PermissionSetName == set
                ? $"To see which link it is, type: Test-ClientAccess {target.Client} -Tier {target.Tier} -Account {target.AccountId}. An admin makes the links as they should be: New-RemoteAccessRole {target.Client} {target.AccountId} -Tier {target.Tier} | New-ClientPermissionSet. {ask}"
                : $"Sign in with permission set {set}: Connect-CrossAccess. {ask}");
    }

    private static string WhomToAsk(HomeCaller caller, RoleTarget target, bool isStopped)
    {
        string user = PowerShellText.Argument(caller.Name);
        string grant = $"Grant-ClientAccess {target.Client} -Tier {target.Tier} -User {user}";
        return isStopped
            ? $"An admin sees with Get-ClientAccess -Denied who is stopped, lifts that with Revoke-ClientAccess -User {user} -Lift, and gives more time with {grant} -Duration 4:00"
            : $"To have it granted, an admin types: {grant}";
    }

    private static string ExternalIdLink(RoleTarget target) =>
        target.Role.ExternalId is null ? ", or wants an external id, and none is recorded for it" : ", or wants another external id than the recorded one";
}
