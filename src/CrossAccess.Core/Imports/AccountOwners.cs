namespace CrossAccess;

/// <summary>
/// Whose accounts the lines of an import lie in: as the inventory records, else as the requests say, else as the names of the
/// sets that reach them have it. An account is one client's, so sets that reach the same account are the same client's.
/// </summary>
internal sealed class AccountOwners
{
    private readonly Dictionary<string, string> _recorded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<GuessedName>> _guessed = new(StringComparer.Ordinal);
    private readonly ILookup<string, ImportProposal> _own;

    public AccountOwners(Inventory inventory, IEnumerable<ImportProposal> proposals)
    {
        foreach ((string client, InventoryClient entry) in inventory.Clients)
            foreach (InventoryAccount account in entry.Accounts) _recorded[account.Id] = client;
        ImportProposal[] lines = [.. proposals.Where(proposal => proposal.Line.AccountId is not null)];
        foreach (ImportProposal outright in lines.Where(proposal => proposal.Request.SaysWhose)) _recorded.TryAdd(outright.Line.AccountId!, outright.Request.Client!);

        ILookup<string?, ImportProposal> bySet = lines.ToLookup(proposal => proposal.SetArn);
        ImportProposal[] guessed = [.. lines.Where(proposal => proposal.Guess.Client is not null)];
        _own = guessed.Where(proposal => bySet[proposal.SetArn].Select(line => line.Line.AccountId).Distinct().Count() == 1).ToLookup(proposal => proposal.Line.AccountId!, StringComparer.Ordinal);
        // A set over one account says more of it than one over many.
        foreach (IGrouping<string, ImportProposal> account in guessed.GroupBy(proposal => proposal.Line.AccountId!))
            _guessed[account.Key] = Longest((_own.Contains(account.Key) ? _own[account.Key] : account).Select(proposal => proposal.Guess));
    }

    /// <summary>Whether a name is a client's: one that is recorded or named, or that another set gives an account without one.</summary>
    public bool IsClient(string name, string? exceptSetArn) => _recorded.Values.Contains(name, StringComparer.OrdinalIgnoreCase)
        || _own.Any(account => !_recorded.ContainsKey(account.Key) && account.Any(other => other.SetArn != exceptSetArn && name.Equals(other.Guess.Client, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The recorded or named owner.</summary>
    public string? Recorded(string accountId) => _recorded.GetValueOrDefault(accountId);

    /// <summary>The owners that names give: one, or those that contradict each other.</summary>
    public IReadOnlyList<GuessedName> Guessed(string accountId) => _guessed.GetValueOrDefault(accountId, []);

    /// <summary>The owner that the sets over this account alone give it, but for one of them.</summary>
    public string? GuessedWithout(string accountId, string setArn) =>
        Longest(_own[accountId].Where(proposal => proposal.SetArn != setArn).Select(proposal => proposal.Guess)) is [var only] ? only.Client : null;

    public static bool AreAkin(string left, string right) =>
        left.StartsWith(right, StringComparison.OrdinalIgnoreCase) || right.StartsWith(left, StringComparison.OrdinalIgnoreCase);

    // Abc and AbcCorp are one client that somebody called by half its name.
    private static List<GuessedName> Longest(IEnumerable<GuessedName> guesses)
    {
        var kept = new List<GuessedName>();
        foreach (GuessedName guess in guesses.OrderByDescending(guess => guess.Client!.Length).ThenBy(guess => guess.Client, StringComparer.Ordinal))
        {
            if (!kept.Exists(longer => AreAkin(longer.Client!, guess.Client!))) kept.Add(guess);
        }
        return kept;
    }
}
