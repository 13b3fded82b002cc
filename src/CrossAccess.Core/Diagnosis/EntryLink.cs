namespace CrossAccess;

/// <summary>Judges AWS's own answer, the one that knows of everything: organizations' policies, boundaries, and what could not be read.</summary>
internal sealed class EntryLink(AccessChain chain, Remedies remedies, ChainFindings findings)
{
    /// <param name="attempt">Null where the door was not tried.</param>
    public void Judge(EntryAttempt? attempt)
    {
        AccessLink[] failed = [.. findings.With(LinkResult.Fail)];
        if (attempt is null) JudgeUntried(failed);
        else if (attempt.Refusal is { } refusal) JudgeRefusal(refusal, failed);
        else findings.UnknownBecause(failed.Length > 0 ? failed[0] : AccessLink.SignIn, AccessLink.Entry);
    }

    private void JudgeUntried(AccessLink[] failed)
    {
        if (failed.Length > 0) findings.UnknownBecause(failed[0], AccessLink.Entry);
        else if (findings.With(LinkResult.Unknown).Any()) findings.Unknown(AccessLink.Entry, $"Not tried: only {chain.Who} can.", remedies.AskUser);
        else findings.Unknown(AccessLink.Entry, $"All that can be read holds. AWS itself was not asked, since only {chain.Who} can: what organizations forbid (SCP, RCP) shows then.", remedies.AskUser);
    }

    private void JudgeRefusal(ClientAccessException refusal, AccessLink[] failed)
    {
        if (failed.Length == 0) failed = [.. ByAwsWords(refusal), .. ByElimination()];
        if (failed.Length > 0) findings.Unknown(AccessLink.Entry, $"AWS refuses, as is to be expected while {failed[0]} does not hold.");
        else if (NewRoles.MayStillSettle(chain.Target.Role.Arn)) findings.Unknown(AccessLink.Entry, "AWS refuses. The role was made a moment ago, and IAM takes up to a minute to know it everywhere.", remedies.AskUser);
        else if (findings.With(LinkResult.Unknown).ToArray() is { Length: > 0 } unknown)
            findings.Fail(AccessLink.Entry, $"AWS refuses, and the reason is in what is not known from here: {string.Join(", ", unknown)}. {Said(refusal)}", findings.IsUnknown(AccessLink.Trust) ? remedies.ReadAccount : remedies.AskAdmin);
        else
            findings.Fail(
                AccessLink.Entry,
                $"All that can be read holds, and AWS still refuses: a policy of an organization is the likely cause. {Said(refusal)}",
                $"Have whoever runs the organization of account {chain.Target.AccountId} look for a service control policy (SCP) or resource control policy (RCP) that denies sts:AssumeRole on {chain.Target.Role.Arn} to account {chain.Caller.AccountId}; and your own for an SCP that denies it there.");
    }

    // What IAM adds where both accounts are of one organization: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
    private IEnumerable<AccessLink> ByAwsWords(ClientAccessException refusal)
    {
        (string Words, AccessLink Link, string? Fix)[] known =
        [
            ("no identity-based policy allows", AccessLink.PermissionSetPolicy, remedies.PermissionSet),
            ("explicit deny in an identity-based policy", AccessLink.Deny, remedies.AskAdmin),
            ("no resource-based policy allows", AccessLink.Trust, remedies.ReadAccount),
            ("explicit deny in a resource-based policy", AccessLink.TrustConditions, remedies.ReadAccount),
        ];
        string said = Said(refusal);
        foreach ((string words, AccessLink link, string? fix) in known)
        {
            if (!said.Contains(words, StringComparison.OrdinalIgnoreCase) || !findings.IsUnknown(link)) continue;
            findings.Fail(link, said, fix);
            yield return link;
        }
    }

    // One condition that could not be decided, everything else known to hold, and AWS refuses: it is that one.
    private IEnumerable<AccessLink> ByElimination()
    {
        if (findings.With(LinkResult.Unknown).ToArray() is not [AccessLink.TrustConditions]) yield break;
        Finding open = findings.Of(AccessLink.TrustConditions);
        findings.Fail(AccessLink.TrustConditions, $"{open.Reason} All else holds and AWS refuses, so it does not.", open.Fix);
        yield return AccessLink.TrustConditions;
    }

    private static string Said(ClientAccessException refusal) => $"AWS said: {Printable.Cut((refusal.InnerException ?? refusal).Message, 300)}";
}
