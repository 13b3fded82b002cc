namespace CrossAccess;

/// <summary>What an import makes of one line: whose it is, of which tier, and what stands in the way.</summary>
/// <param name="Line">What was found in AWS.</param>
/// <param name="Request">What was asked for that brought it up.</param>
/// <param name="Guess">What the names say.</param>
internal sealed record ImportProposal(ImportLine Line, ImportRequest Request, GuessedName Guess)
{
    public string? Client { get; init; }

    public string? Tier { get; init; }

    public string? DisplayName { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>What is odd and does not stand in the way.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it is not adopted; null: it is.</summary>
    public ClientAccessException? Refusal { get; init; }

    /// <summary>Whether the refusal concerns the set, and so all of its lines.</summary>
    public bool IsSetRefused { get; init; }

    public string? SetArn => Line.Set?.State.Arn;

    public string SetName => Line.Set?.State.Name ?? "";

    public bool IsAdoptable => Refusal is null;

    /// <summary>Whether it is among what was asked for. What is not, still says whose accounts are.</summary>
    public bool IsMeant => Request != ImportRequest.NotAskedFor && (Request.NamesThings || IsWantedBy(Request));

    /// <summary>Whether it is of a client and tier as a request that names no more wants them.</summary>
    public bool IsWantedBy(ImportRequest request) =>
        (request.Client is null || IsOfClient(request.Client)) && (request.Tier is null || IsLike(request.Tier, Tier));

    /// <param name="client">A key or a name for people, with wildcards or without.</param>
    public bool IsOfClient(string client) => IsLike(client, Client) || IsLike(client, DisplayName);

    public ImportProposal Refused(ClientAccessError error, string message, string? action = null, bool ofSet = false) =>
        Refused(new ClientAccessException(error, message) { RecommendedAction = action }, ofSet);

    // The first reason is the one that is told.
    public ImportProposal Refused(ClientAccessException refusal, bool ofSet = false) => IsAdoptable ? this with { Refusal = refusal, IsSetRefused = ofSet } : this;

    public ImportProposal Noting(string note) => this with { Notes = [.. Notes, note] };

    private static bool IsLike(string pattern, string? text) => text is not null && PolicyPattern.IsMatch(pattern, text, ignoreCase: true);
}
