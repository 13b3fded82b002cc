namespace CrossAccess;

/// <summary>
/// Gives each permission set one client. A set over several clients' accounts is no client's: whoever is granted it for one
/// reaches the others too.
/// </summary>
internal sealed class SetClients(AccountOwners owners)
{
    public ImportProposal[] Apply(ImportProposal[] proposals)
    {
        Dictionary<string, List<string>> clients = proposals
            .Where(proposal => proposal is { SetArn: not null, Line.AccountId: not null })
            .GroupBy(proposal => proposal.SetArn!)
            .ToDictionary(set => set.Key, set => ClientsOf([.. set]), StringComparer.Ordinal);
        return [.. proposals.Select(proposal => proposal.SetArn is { } arn && clients.TryGetValue(arn, out List<string>? found) ? Apply(proposal, found) : proposal)];
    }

    private static ImportProposal Apply(ImportProposal proposal, List<string> clients) => clients switch
    {
        [] => proposal,
        [var only] => proposal.Client is null || proposal.Request.SaysWhose ? proposal : proposal with { Client = only },
        _ => proposal.Refused(
            ClientAccessError.PermissionSetShared,
            $"'{proposal.SetName}' reaches accounts of {clients.Count} clients ({string.Join(", ", clients.Take(3))}{(clients.Count > 3 ? ", …" : "")}): whoever holds it for one reaches all.",
            $"Make a set for each: New-ClientPermissionSet {proposal.Client ?? clients[0]} -Tier {proposal.Tier ?? "<tier>"} -RoleArn {proposal.Line.RoleArn?.ToString() ?? "<arn>"}",
            ofSet: true),
    };

    // What is recorded or said of an account stands as it is. What is guessed counts only where it is another name altogether;
    // for a set that was named, only where the other sets over its accounts do not agree with each other.
    private List<string> ClientsOf(ImportProposal[] set)
    {
        string?[] others = [.. set.Select(proposal => owners.GuessedWithout(proposal.Line.AccountId!, proposal.SetArn!))];
        bool othersDisagree = others.OfType<string>().Aggregate(new List<string>(), WithGuessed).Count > 1;
        List<string> clients = [.. set.Select(Said).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        IEnumerable<string> guessed = set.Select((proposal, index) => Said(proposal) is null ? (othersDisagree ? others[index] : null) ?? proposal.Client : null).OfType<string>();
        return [.. guessed.OrderByDescending(client => client.Length).ThenBy(client => client, StringComparer.Ordinal).Aggregate(clients, WithGuessed).Order(StringComparer.OrdinalIgnoreCase)];
    }

    // Of the account, not of the set alone.
    private string? Said(ImportProposal proposal) => owners.Recorded(proposal.Line.AccountId!) is { } recorded && !IsSaidOfSetAlone(proposal, recorded) ? recorded : null;

    private static bool IsSaidOfSetAlone(ImportProposal proposal, string recorded) =>
        proposal.Request is { SaysWhose: true, NamedAccount: null } && recorded.Equals(proposal.Request.Client, StringComparison.OrdinalIgnoreCase);

    private static List<string> WithGuessed(List<string> clients, string guess)
    {
        if (!clients.Exists(client => AccountOwners.AreAkin(client, guess))) clients.Add(guess);
        return clients;
    }
}
