namespace CrossAccess;

/// <summary>Judges a role's trust policy: whom it means, the external id, its other conditions, and the source identity.</summary>
/// <param name="traits">What New-RemoteAccessRole has to be told to mend it; null where that would undo more than it mends.</param>
internal sealed class TrustLinks(AccessChain chain, Remedies remedies, ChainFindings findings, IReadOnlyList<PolicyStatement> trust, IamRole role, RoleTraits? traits)
{
    // Nobody is called this: what lets it pass lets any name pass.
    private const string AnotherName = "somebody-else";

    /// <param name="setStatements">Of the permission set's policy; null where it was not read.</param>
    public void Judge(IReadOnlyList<PolicyStatement>? setStatements)
    {
        TrustReading plain = Read(chain.Caller, AwsActions.AssumeRole, sourceIdentity: null);
        TrustReading named = Read(chain.Caller, AwsActions.AssumeRole, chain.SourceIdentity);
        SourceIdentityReading identity = ReadSourceIdentity(setStatements);
        bool isRequired = plain.Conditions != true && named.Conditions != plain.Conditions && named.Conditions != false;
        TrustReading reading = isRequired || (identity.IsAllowed == true && named.Allows == true) ? named : plain;

        JudgeWho(reading);
        if (reading.Who == false)
        {
            findings.UnknownBecause(AccessLink.Trust, AccessLink.ExternalId, AccessLink.TrustConditions, AccessLink.SourceIdentity);
            return;
        }
        JudgeExternalId(reading);
        JudgeConditions(reading);
        JudgeSourceIdentity(identity, isRequired);
    }

    private void JudgeWho(TrustReading reading)
    {
        if (reading.Who == false) findings.Fail(AccessLink.Trust, TrustText.WhyNot(reading, chain), Mend(reading));
        else if (reading.Who is null) findings.Unknown(AccessLink.Trust, TrustText.WhyMaybe(reading, chain), Mend(reading));
        else if (Accepts("Unrelated")) findings.Pass(AccessLink.Trust, "The role trusts the home account: whatever home's own policies allow may enter.");
        // A '*' in the place of the suffix, or before the name, lets sets in that are called alike.
        else if (Accepts($"{chain.SetName}_Other") || Accepts($"Z_AWSReservedSSO_{chain.SetName}"))
            findings.Pass(AccessLink.Trust, $"The role trusts {chain.SetName}. Its pattern also fits permission sets whose names are longer, such as {chain.SetName}_Other.", Mend(reading));
        else findings.Pass(AccessLink.Trust, $"The role trusts {chain.SetName}, and no other set.");
    }

    private void JudgeExternalId(TrustReading reading)
    {
        string? recorded = chain.Target.Role.ExternalId;
        if (reading.ExternalId == true)
        {
            findings.Pass(AccessLink.ExternalId, reading.ExternalIds.Count == 0 ? "The trust asks for none." : "The trust asks for one, and the recorded one fits.");
            return;
        }
        string wanted = recorded is null ? "The trust asks for an external id, and none is recorded." : "The trust asks for another external id than the recorded one.";
        // Recorded by whoever makes the role anew with it; one that is no plain text cannot be.
        string? fix = reading.ExternalIds is [var id] && !id.AsSpan().ContainsAny("*?$")
            ? traits is null ? $"{remedies.Role} -ExternalId {PowerShellText.Argument(id)} -Adopt" : remedies.RoleAsMade(traits, id)
            : Mend(reading);
        if (reading.ExternalId == false) findings.Fail(AccessLink.ExternalId, wanted, fix);
        else findings.Unknown(AccessLink.ExternalId, $"The trust's external id ({string.Join(" or ", reading.ExternalIds.Select(Printable.Of))}) cannot be compared with the recorded one.", fix);
    }

    private void JudgeConditions(TrustReading reading)
    {
        string denied = string.Join(" ", reading.Denying.Concat(reading.MayDeny).Select(statement => $"{Sentence.Beginning(statement.Name)} of the trust denies it{Where(statement)}."));
        string open = TrustText.Open(reading.Open);
        string reason = $"{open} {denied}".Trim();
        if (reading.Conditions == true) findings.Pass(AccessLink.TrustConditions, reading.Nearest!.Conditions.Any(TrustReading.IsOther) ? "All its other conditions hold." : "The trust has none besides.");
        else if (reading.Conditions == false) findings.Fail(AccessLink.TrustConditions, reason, Mend(reading));
        else findings.Unknown(AccessLink.TrustConditions, $"{reason} Whether that holds is not known from here.", remedies.AskUser);
    }

    private void JudgeSourceIdentity(SourceIdentityReading identity, bool isRequired)
    {
        if (isRequired && identity.IsAllowed != true)
        {
            string side = identity.ByTrust == false ? "its own sts:SetSourceIdentity does not let the caller set one" : $"the policy of {chain.SetName} does not allow sts:SetSourceIdentity";
            string? fix = identity.ByTrust == false ? Mend(null) : remedies.PermissionSet;
            if (identity.IsAllowed == false) findings.Fail(AccessLink.SourceIdentity, $"The trust asks for a source identity, and {side}.", fix);
            else findings.Unknown(AccessLink.SourceIdentity, $"The trust asks for a source identity. Whether {chain.SetName} may set one is not known from here.", remedies.AskAdmin);
        }
        else if (identity.IsUnpinned) findings.Pass(AccessLink.SourceIdentity, "CloudTrail names the user by source identity, but any other name could be passed.", Mend(null));
        else if (identity.IsAllowed == true) findings.Pass(AccessLink.SourceIdentity, "CloudTrail in the client's account names the user by source identity.");
        else if (identity.ByTrust == false) findings.Pass(AccessLink.SourceIdentity, "The trust allows none and asks for none: CloudTrail names the user by the session's name alone.", traits is null ? null : Mend(null));
        else if (identity.BySet == false) findings.Pass(AccessLink.SourceIdentity, $"The policy of {chain.SetName} allows none, and the trust asks for none: CloudTrail names the user by the session's name alone.", remedies.PermissionSet);
        else findings.Pass(AccessLink.SourceIdentity, "The trust asks for none.");
    }

    private SourceIdentityReading ReadSourceIdentity(IReadOnlyList<PolicyStatement>? setStatements)
    {
        bool? byTrust = chain.SourceIdentity is null ? false : Read(chain.Caller, AwsActions.SetSourceIdentity, chain.SourceIdentity).Allows;
        bool? bySet = SetAllows(chain.SourceIdentity);
        bool isTrustUnpinned = Read(chain.Caller, AwsActions.SetSourceIdentity, AnotherName).Allows == true;
        return new SourceIdentityReading(bySet, byTrust, isTrustUnpinned, SetAllows(AnotherName) == true);

        bool? SetAllows(string? name)
        {
            if (setStatements is null) return null;
            var reading = SetPolicyReading.Of(setStatements, AwsActions.SetSourceIdentity, chain.Target.Role.Arn, chain.Keys(name));
            return reading.Allows & !reading.Denies;
        }
    }

    private bool Accepts(string setName) =>
        Read(EnteringCaller.LikeOf(chain.Caller, setName), AwsActions.AssumeRole, chain.SourceIdentity).Who == true;

    private TrustReading Read(EnteringCaller caller, string action, string? sourceIdentity) =>
        TrustReading.Of(trust, action, caller, chain.KeysOf(caller, sourceIdentity));

    private string Mend(TrustReading? reading)
    {
        string? externalId = reading?.ExternalIds is [var asked] && reading.ExternalId == true ? asked : chain.Target.Role.ExternalId;
        return traits is null ? TrustRepair.Command(role, chain, reading?.Denying ?? []) : remedies.RoleAsMade(traits, externalId);
    }

    private static string Where(PolicyStatement statement) => statement.Conditions.Count == 0 ? "" : $" where {string.Join(" and ", statement.Conditions)}";
}
