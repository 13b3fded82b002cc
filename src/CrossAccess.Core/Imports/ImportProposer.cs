namespace CrossAccess;

/// <summary>Works out from what was read whose each line is and of which tier, and what stands in the way. Asks AWS nothing.</summary>
internal sealed class ImportProposer(Inventory inventory, CrossAccessConfiguration configuration, IReadOnlyList<NamePattern> patterns)
{
    private readonly TierVocabulary _vocabulary = new(inventory);

    /// <returns>One for each line, also for those that nobody asked for: <see cref="ImportProposal.IsMeant"/> tells.</returns>
    /// <param name="gone">Permission sets that the inventory records and that no longer stand.</param>
    public IReadOnlyList<ImportProposal> Propose(IReadOnlyList<ImportLine> lines, IReadOnlyList<ImportRequest> requests, IReadOnlySet<string> gone)
    {
        var names = new NameGuess(_vocabulary, inventory);
        ImportProposal[] proposals = WithNamedSets([.. lines.Select(line => Guessed(line, RequestFor(line, requests), names))]);
        var owners = new AccountOwners(inventory, proposals);
        proposals = [.. proposals.Select(proposal => WithClient(proposal, owners)).Select(WithTier).Select(proposal => WithRequest(proposal, requests)).Select(WithRole).Select(RefuseUnclear).Select(RefuseTier)];
        proposals = new SetClients(owners).Apply(proposals);
        return ImportCollisions.Refuse(proposals, inventory, gone);
    }

    private static ImportRequest RequestFor(ImportLine line, IReadOnlyList<ImportRequest> requests) => line.Set?.IsContext == true
        ? ImportRequest.NotAskedFor
        : requests.FirstOrDefault(request => request.NamesThings && request.IsAbout(line)) ?? requests.FirstOrDefault(request => !request.NamesThings) ?? ImportRequest.NotAskedFor;

    private ImportProposal Guessed(ImportLine line, ImportRequest request, NameGuess names)
    {
        // Where one role of a pattern is named outright, it is that role that is meant.
        if (line.RoleArn is null && request.IsOutright && RoleArn.TryParse(request.RoleArn, out RoleArn? named) && named.AccountId == line.AccountId) line = line with { RoleArn = named };
        var proposal = new ImportProposal(line, request, GuessedName.Nothing);
        if (line.Set is null) return proposal;
        if (Recorded(line.Set) is { } known) return proposal with { Guess = known, Client = known.Client, Tier = known.Tier };
        if (patterns.Count == 0) return proposal with { Guess = names.Of(line.Set.State.Name) };
        GuessedName guess = patterns.Select(pattern => pattern.Match(line.Set.State.Name, _vocabulary)).FirstOrDefault(match => match is not null) ?? GuessedName.Nothing;
        return proposal with { Guess = guess == GuessedName.Nothing ? guess : guess with { Tier = guess.Tier ?? names.Of(line.Set.State.Name).Tier } };
    }

    // Whoever says of one role of a set whose it is, says it of the set.
    private static ImportProposal[] WithNamedSets(ImportProposal[] proposals)
    {
        var named = proposals
            .Where(proposal => proposal is { SetArn: not null, Request.SaysWhose: true })
            .GroupBy(proposal => proposal.SetArn!)
            .ToDictionary(set => set.Key, set => set.First().Request, StringComparer.Ordinal);
        return [.. proposals.Select(proposal => proposal is { SetArn: { } arn, Request.SaysWhose: false } && named.TryGetValue(arn, out ImportRequest? request)
            ? proposal with { Guess = new GuessedName(request.Client, null, request.Tier ?? proposal.Guess.Tier) }
            : proposal)];
    }

    // The set's own tags, or the inventory, know better than its name.
    private GuessedName? Recorded(FoundPermissionSet set)
    {
        if (set.Tags is { } tags && Tags.AreOfCompany(tags, configuration.Company) && tags.TryGetValue(Tags.Client, out string? client) && tags.TryGetValue(Tags.Tier, out string? tier))
            return new GuessedName(client, null, tier);
        return (from entry in inventory.Clients
                from recorded in entry.Value.PermissionSets
                where set.IsContext ? set.State.Name == (inventory.FindPermissionSetName(entry.Key, recorded.Key) ?? entry.Key + recorded.Key) : recorded.Value == set.State.Arn
                select new GuessedName(entry.Key, null, recorded.Key)).FirstOrDefault();
    }

    private ImportProposal WithClient(ImportProposal proposal, AccountOwners owners)
    {
        if (proposal.Request.SaysWhose) return Named(proposal, proposal.Request.Client!);
        if (proposal.Client is { } known) return Named(proposal, known);
        // A pattern over whatever accounts there are is no client's, however it is called.
        if (proposal.Line.AccountId is not { } account) return proposal;
        if (owners.Recorded(account) is { } owner) return OwnedBy(proposal, owner, account, owners);
        return owners.Guessed(account) switch
        {
            [var only] => Named(proposal with { Guess = only with { Tier = proposal.Guess.Tier } }, only.Client!),
            [] => WithoutClient(proposal),
            var several => proposal.Refused(
                ClientAccessError.AccountRecordedElsewhere,
                $"Account {account} would be {string.Join(" and ", several.Select(name => name.Client))}'s, by the names of the permission sets that reach it.",
                "Say whose it is: -Client <name>"),
        };
    }

    private ImportProposal OwnedBy(ImportProposal proposal, string owner, string account, AccountOwners owners)
    {
        if (proposal.Guess.Client is not { } guess || guess.Equals(owner, StringComparison.OrdinalIgnoreCase)) return Named(proposal, owner);
        if (!owners.IsClient(guess, proposal.SetArn) && AccountOwners.AreAkin(guess, owner)) return Named(proposal, owner);
        return owners.IsClient(guess, proposal.SetArn)
            ? proposal.Refused(ClientAccessError.AccountRecordedElsewhere, $"The permission set is named after {guess}, but account {account} is {owner}'s.", $"Say whose it is: -PermissionSetName {proposal.SetName} -Client <name>", ofSet: true)
            : Named(proposal, owner).Noting($"Account {account} is {owner}'s, so this is too.");
    }

    private ImportProposal Named(ImportProposal proposal, string client)
    {
        try
        {
            string key = inventory.KeyOf(client);
            return proposal with
            {
                Client = key,
                DisplayName = (proposal.Request.NamesThings ? proposal.Request.DisplayName : null) ?? GuessedDisplayName(key, proposal.Guess),
            };
        }
        catch (ClientAccessException e)
        {
            return proposal.Refused(e, ofSet: true);
        }
    }

    // What the inventory calls it already is not overwritten by a guess.
    private string? GuessedDisplayName(string key, GuessedName guess) =>
        key.Equals(guess.Client, StringComparison.OrdinalIgnoreCase) && inventory.Clients.GetValueOrDefault(key)?.DisplayName is null ? guess.Original : null;

    private static ImportProposal WithoutClient(ImportProposal proposal) => proposal.Refused(
        ClientAccessError.ClientNotFound,
        proposal.Line.Set is null ? $"Whose account {proposal.Line.AccountId} is, neither the inventory nor a permission set tells." : $"The name '{proposal.SetName}' does not tell whose it is.",
        proposal.Line.Set is null ? $"Say whose it is: -AccountId {proposal.Line.AccountId} -Client <name>" : $"Say whose it is: -PermissionSetName {proposal.SetName} -Client <name>, or how the sets are named: -NamePattern '{{Client}}-{{Tier}}'");

    private ImportProposal WithTier(ImportProposal proposal)
    {
        string? tier = (proposal.Request.NamesThings ? proposal.Request.Tier : null) ?? proposal.Tier ?? proposal.Guess.Tier ?? TierOfRole(proposal.Line);
        return proposal with { Tier = _vocabulary.Known.FirstOrDefault(known => known.Tier.Equals(tier, StringComparison.OrdinalIgnoreCase))?.Tier ?? tier };
    }

    // Of several that say which clients are wanted, the first that wants this one.
    private static ImportProposal WithRequest(ImportProposal proposal, IReadOnlyList<ImportRequest> requests) =>
        requests.FirstOrDefault(request => !request.NamesThings && proposal.IsWantedBy(request)) is { } request && !proposal.Request.NamesThings
            ? proposal with { Request = request, DisplayName = request.DisplayName ?? proposal.DisplayName }
            : proposal;

    private ImportProposal RefuseTier(ImportProposal proposal)
    {
        if (proposal.Tier is not { } tier)
        {
            return proposal.Refused(
                ClientAccessError.TierNotFound,
                proposal.Line.Set is null ? $"Of which tier the role {proposal.Line.RoleArn} is, neither its name nor its policies tell." : $"Neither '{proposal.SetName}' nor its role's name tells the tier.",
                $"Say which: -Tier {string.Join(" or ", _vocabulary.Known.Select(known => known.Tier))}");
        }
        try
        {
            _ = inventory.RequireTier(tier);
            return proposal;
        }
        catch (ClientAccessException e)
        {
            ClientAccessException refusal = e.Error == ClientAccessError.TierNotFound
                ? e.As(e.Error, e.Message, $"To define it, type: {_vocabulary.Definition(tier, proposal.Line.Role?.AttachedPolicyArns ?? [])}. Or name another: -Tier <name>")
                : e;
            return proposal.Refused(refusal);
        }
    }

    private string? TierOfRole(ImportLine line)
    {
        if (line.RoleArn is not { } role) return null;
        return new NameGuess(_vocabulary, inventory).Of(role.Name).Tier ?? _vocabulary.FindByPolicies(line.Role?.AttachedPolicyArns ?? []);
    }

    private ImportProposal WithRole(ImportProposal proposal)
    {
        ImportLine line = proposal.Line;
        string? recorded = proposal is { Client: { } client, Tier: { } tier } && line.RoleArn is { } arn && inventory.FindRole(client, arn.AccountId, tier) is { } role && role.Arn == arn.ToString() ? role.ExternalId : null;
        proposal = proposal with { ExternalId = proposal.Request.ExternalId ?? recorded };
        if (proposal.Request.ExternalId is { } named)
        {
            try
            {
                _ = AwsText.ExternalId(named);
            }
            catch (ClientAccessException e)
            {
                return proposal.Refused(e);
            }
        }
        if (line.RoleArn?.AccountId == configuration.AdminAccountId) return proposal.Refused(ClientAccessError.InvalidAccountId, $"Account {configuration.AdminAccountId} is your own: Identity Center is run from it.", ofSet: true);
        if (line.Unreadable is { } why) proposal = proposal.Noting($"The account could not be read: {why}");
        return line.IsAccountRead && line.RoleArn is not null ? RoleFindings.Apply(proposal, configuration, inventory) : proposal;
    }

    private static ImportProposal RefuseUnclear(ImportProposal proposal)
    {
        if (proposal.Line.Assumable is not { } assumable) return proposal;
        string set = proposal.SetName;
        if (assumable.IsExcluding)
            return proposal.Refused(ClientAccessError.PermissionSetUnclear, $"'{set}' may assume every role but {Printable.Of(assumable.Resource)} (NotResource), in any account that trusts home: it is no one client's.", NameRoles(proposal), ofSet: true);
        if (assumable.Role is null && assumable.AccountId is null)
            return proposal.Refused(ClientAccessError.PermissionSetUnclear, $"'{set}' may assume {Printable.Of(assumable.Resource)}: roles in any account that trusts home, so it is no one client's.", NameRoles(proposal), ofSet: true);
        if (assumable.Role is null)
        {
            return proposal is { Request.IsOutright: true, Line.RoleArn: not null }
                ? proposal.Noting($"'{set}' may assume more than this role: {Printable.Of(assumable.Resource)}.")
                : proposal.Refused(ClientAccessError.PermissionSetUnclear, $"'{set}' may assume {Printable.Of(assumable.Resource)}: which role is meant, it does not say.", $"Name it: -PermissionSetName {set} -RoleArn <arn> -Client {proposal.Client ?? "<name>"}", ofSet: true);
        }
        if (assumable.ConditionKeys.Count == 0) return proposal;
        string condition = $"'{set}' may assume the role under a condition alone ({string.Join(", ", assumable.ConditionKeys.Select(Printable.Of))}).";
        return proposal.Request.IsOutright
            ? proposal.Noting(condition)
            : proposal.Refused(ClientAccessError.PermissionSetUnclear, condition, $"If that is as it should be, name it: -PermissionSetName {set} -Client {proposal.Client ?? "<name>"}", ofSet: true);
    }

    private static string NameRoles(ImportProposal proposal) =>
        $"Make a set for each client, which names its roles: New-ClientPermissionSet {proposal.Client ?? "<client>"} -Tier {proposal.Tier ?? "<tier>"} -RoleArn <arn>";
}
