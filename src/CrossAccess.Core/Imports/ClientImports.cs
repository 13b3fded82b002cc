using System.Diagnostics.CodeAnalysis;

namespace CrossAccess;

/// <summary>
/// Finds the ways into clients' accounts that were made by other means: permission sets of home that may assume roles elsewhere
/// and, where there are credentials of a client's account, roles there that trust home.
/// </summary>
internal sealed class ClientImports(Provider provider, RemoteAccounts remote, Principals principals)
{
    private readonly ClientAccounts _accounts = new(provider, remote);

    /// <summary>Reads what is there and works out whose it is. Changes nothing.</summary>
    /// <param name="asked">What is asked for.</param>
    public async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRequest> asked, IReadOnlyList<NamePattern> patterns, IActivity activity, CancellationToken cancellation)
    {
        Inventory inventory = provider.InventoryFile.Read();
        CrossAccessConfiguration configuration = provider.Configuration;
        var failures = new List<ImportFailure>();
        List<ImportRequest> requests = await WithAccountsAsync(asked, failures, cancellation).ConfigureAwait(false);
        if (requests.Count == 0) return new ImportPlan([], failures);

        IReadOnlyList<FoundPermissionSet> sets = await new PermissionSetCatalogue(provider, inventory).ReadAsync(requests, activity, cancellation).ConfigureAwait(false);
        ImportLine[] ofSets = [.. sets.SelectMany(set => set.Roles.Select(role => ImportLine.Of(set, role)))];
        IReadOnlyDictionary<string, AccountReading> read = await ReadAccountsAsync(requests, ofSets, inventory, failures, activity, cancellation).ConfigureAwait(false);
        ImportLine[] lines = [.. ofSets.Select(line => WithAccount(line, read)), .. RolesAlone(ofSets, read, configuration)];
        failures.AddRange(requests.Where(request => request.NamesThings && !Array.Exists(lines, line => line.Set?.IsContext != true && request.IsAbout(line))).Select(NotFound));
        failures.AddRange(Contradictions(lines, requests));

        var proposer = new ImportProposer(inventory, configuration, patterns);
        IReadOnlyList<ImportProposal> all = await ProposeAsync(proposer, lines, requests, inventory, cancellation).ConfigureAwait(false);
        failures.AddRange(requests.Where(request => !request.NamesThings && !all.Any(proposal => proposal.IsMeant && proposal.IsWantedBy(request))).Select(request => NoneOf(request, all, inventory)).OfType<ImportFailure>());
        ImportProposal[] proposals = [.. all.Where(proposal => proposal.IsMeant)];
        failures.AddRange(proposals.Where(IsError).DistinctBy(proposal => (proposal.Request, proposal.Refusal!.Message)).Select(proposal => new ImportFailure(proposal.Request.Client, proposal.Refusal!)));
        return new ImportPlan(await ChangesAsync([.. proposals.Where(proposal => !IsError(proposal))], inventory, activity, cancellation).ConfigureAwait(false), failures);
    }

    // What was named and cannot be is an error; what was only found is a line with a reason.
    private static bool IsError(ImportProposal proposal) => proposal is { IsAdoptable: false, Request: var request } && proposal.Refusal!.Error switch
    {
        ClientAccessError.AccountRecordedElsewhere or ClientAccessError.InvalidClientName or ClientAccessError.NameCollision => request.SaysWhose,
        ClientAccessError.TierNotFound or ClientAccessError.InvalidTierName => request.IsOutright || (request.NamesThings && request.Tier is not null),
        _ => request.IsOutright,
    };

    private async Task<List<ImportRequest>> WithAccountsAsync(IReadOnlyList<ImportRequest> asked, List<ImportFailure> failures, CancellationToken cancellation)
    {
        var requests = new List<ImportRequest>();
        foreach (ImportRequest request in asked)
        {
            try
            {
                requests.Add(await _accounts.WithAccountAsync(request.Checked(provider.Configuration), cancellation).ConfigureAwait(false));
            }
            catch (ClientAccessException e)
            {
                failures.Add(new ImportFailure(request.Client ?? request.ToString(), e));
            }
        }
        return [.. requests.Distinct()];
    }

    private async Task<IReadOnlyDictionary<string, AccountReading>> ReadAccountsAsync(
        List<ImportRequest> requests, ImportLine[] lines, Inventory inventory, List<ImportFailure> failures, IActivity activity, CancellationToken cancellation)
    {
        var reaches = new Dictionary<string, ImportRequest>(StringComparer.Ordinal);
        foreach (ImportRequest request in requests.Where(request => request.Credentials is not null).OrderByDescending(request => request.NamedAccount is not null))
        {
            foreach (string account in request.NamedAccount is { } named ? [named] : lines.Where(request.IsAbout).Select(line => line.AccountId).OfType<string>().Distinct(StringComparer.Ordinal)) reaches.TryAdd(account, request);
        }
        if (reaches.Count == 0) return new Dictionary<string, AccountReading>();

        string? OwnerOf(string account) => inventory.Clients.FirstOrDefault(client => client.Value.Accounts.Exists(entry => entry.Id == account)).Key;
        IReadOnlyDictionary<string, AccountReading> read = await _accounts.ReadAsync(reaches, OwnerOf, activity, cancellation).ConfigureAwait(false);
        // Credentials that were named for one account and are not its, stop what was asked for with them; those for whatever accounts there are need not reach each.
        foreach ((string account, AccountReading reading) in read.Where(pair => pair.Value is { Failure: not null, Request.NamedAccount: not null }))
        {
            failures.Add(new ImportFailure(reading.Request.Client ?? account, reading.Failure!));
            requests.Remove(reading.Request);
            requests.RemoveAll(request => request.Credentials == reading.Request.Credentials && request.NamedAccount == account);
        }
        return read;
    }

    private static ImportLine WithAccount(ImportLine line, IReadOnlyDictionary<string, AccountReading> read)
    {
        if (line.AccountId is not { } account || !read.TryGetValue(account, out AccountReading? reading)) return line;
        if (reading.Roles is null) return line with { Unreadable = reading.Failure!.Message };
        return line with
        {
            Credentials = reading.Request.Credentials,
            Role = line.RoleArn is { } arn ? reading.Roles.Roles.FirstOrDefault(role => role.Role.Arn == arn.ToString()) : null,
        };
    }

    // Roles that let home in and that no permission set names.
    private static IEnumerable<ImportLine> RolesAlone(ImportLine[] ofSets, IReadOnlyDictionary<string, AccountReading> read, CrossAccessConfiguration configuration)
    {
        var named = ofSets.Select(line => line.RoleArn?.ToString()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return from reading in read.Values
               where reading.Roles is not null
               from role in reading.Roles!.Roles
               where !named.Contains(role.Role.Arn) && LetsHomeIn(role, configuration)
               select new ImportLine(null, null, RoleArn.Parse(role.Role.Arn)) { Credentials = reading.Request.Credentials, Role = role };
    }

    private static bool LetsHomeIn(AccountRole role, CrossAccessConfiguration configuration)
    {
        try
        {
            return RoleTrust.Read(role.Role.TrustPolicy, configuration.Partition, configuration.HomeAccountId).TrustsHome;
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<ImportProposal>> ProposeAsync(ImportProposer proposer, ImportLine[] lines, IReadOnlyList<ImportRequest> requests, Inventory inventory, CancellationToken cancellation)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<ImportProposal> proposals = proposer.Propose(lines, requests, gone);
        // A recorded set may have been deleted meanwhile, and is in nobody's way then.
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        string[] rivals = [.. proposals
            .Where(proposal => proposal.IsMeant && proposal.Refusal?.Error == ClientAccessError.PermissionSetAmbiguous)
            .Select(proposal => inventory.Clients.GetValueOrDefault(proposal.Client!)?.PermissionSets.GetValueOrDefault(proposal.Tier!))
            .OfType<string>()
            .Except(lines.Select(line => line.Set?.State.Arn).OfType<string>())];
        foreach (string arn in rivals)
        {
            if (await center.FindPermissionSetAsync(arn, cancellation).ConfigureAwait(false) is null) gone.Add(arn);
        }
        return gone.Count == 0 ? proposals : proposer.Propose(lines, requests, gone);
    }

    private async Task<IReadOnlyList<IChange<IReadOnlyList<ImportedAccess>>>> ChangesAsync(IReadOnlyList<ImportProposal> proposals, Inventory inventory, IActivity activity, CancellationToken cancellation)
    {
        var holders = new SetHolders(provider, principals);
        await holders.ReadAsync([.. proposals.Where(proposal => proposal.IsAdoptable).Select(proposal => proposal.SetArn).OfType<string>().Distinct(StringComparer.Ordinal)], activity, cancellation).ConfigureAwait(false);
        return
        [
            .. proposals
                .OrderBy(proposal => proposal.SetName, StringComparer.OrdinalIgnoreCase).ThenBy(proposal => proposal.Line.AccountId, StringComparer.Ordinal).ThenBy(proposal => proposal.Line.RoleArn?.ToString(), StringComparer.Ordinal)
                .GroupBy(proposal => proposal.Client ?? "", StringComparer.OrdinalIgnoreCase)
                .OrderBy(client => client.Key.Length == 0).ThenBy(client => client.Key, StringComparer.OrdinalIgnoreCase)
                .Select(client => new ClientAdoption(provider, _accounts, holders, client.First().Client ?? "", [.. client]).Plan(inventory)),
        ];
    }

    private static ImportFailure NotFound(ImportRequest request) => new(
        request.Client ?? request.ToString(),
        new ClientAccessException(
            request.PermissionSetName is null && request.PermissionSetArn is null ? ClientAccessError.RoleNotFound : ClientAccessError.PermissionSetNotFound,
            $"Nothing of home may assume a role in a client's account by {request}.")
        {
            RecommendedAction = "To see what there is, type: Import-CrossAccessClient -WhatIf",
        });

    // What a wildcard does not find is none; what a name does not find is an error.
    private static ImportFailure? NoneOf(ImportRequest request, IReadOnlyList<ImportProposal> all, Inventory inventory)
    {
        if (IsName(request.Client) && !all.Any(proposal => proposal.IsOfClient(request.Client)))
            return NoneOf(ClientAccessError.ClientNotFound, "client", request.Client, [.. all.Select(proposal => proposal.Client), .. inventory.Clients.Keys]);
        return IsName(request.Tier)
            ? NoneOf(ClientAccessError.TierNotFound, request.Client is null ? "tier" : $"client {Printable.Of(request.Client)} and tier", request.Tier, [.. all.Select(proposal => proposal.Tier)])
            : null;
    }

    private static ImportFailure NoneOf(ClientAccessError error, string kind, string name, IEnumerable<string?> there) => new(
        name,
        new ClientAccessException(error, $"Nothing that may assume a role in a client's account seems to be of {kind} '{Printable.Of(name)}'.{NearMatches.Sentence(name, there.OfType<string>().Where(candidate => !candidate.Equals(name, StringComparison.OrdinalIgnoreCase)))}")
        {
            RecommendedAction = "To see whose there is what, type: Import-CrossAccessClient -WhatIf",
        });

    private static bool IsName([NotNullWhen(true)] string? text) => text is not null && !PolicyPattern.HasWildcard(text);

    // Two rows that say different things of one line: the first is followed, the second is told.
    private static IEnumerable<ImportFailure> Contradictions(ImportLine[] lines, IReadOnlyList<ImportRequest> requests) =>
        from request in requests
        where request.IsOutright
        let earlier = requests.FirstOrDefault(other => other.IsOutright && Array.Exists(lines, line => other.IsAbout(line) && request.IsAbout(line)))
        where earlier is not null && !ReferenceEquals(earlier, request) && !earlier.Client!.Equals(request.Client, StringComparison.OrdinalIgnoreCase)
        select new ImportFailure(request.Client, new ClientAccessException(ClientAccessError.NameCollision, $"{request} is {earlier.Client}'s by an earlier row, so it cannot be {request.Client}'s too."));
}
