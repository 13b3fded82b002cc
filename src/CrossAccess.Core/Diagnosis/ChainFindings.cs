namespace CrossAccess;

/// <summary>The findings of one chain. Whoever judges a link later sees those before it.</summary>
internal sealed class ChainFindings
{
    private readonly SortedDictionary<AccessLink, Finding> _findings = [];

    public IEnumerable<Finding> InOrder => _findings.Values;

    public IEnumerable<AccessLink> With(LinkResult result) => InOrder.Where(finding => finding.Result == result).Select(finding => finding.Link);

    public Finding Of(AccessLink link) => _findings[link];

    public bool Holds(AccessLink link) => _findings.TryGetValue(link, out Finding? finding) && finding.Result == LinkResult.Pass;

    public bool IsUnknown(AccessLink link) => _findings.TryGetValue(link, out Finding? finding) && finding.Result == LinkResult.Unknown;

    public void Pass(AccessLink link, string reason, string? fix = null) => Add(link, LinkResult.Pass, reason, fix);

    public void Fail(AccessLink link, string reason, string? fix) => Add(link, LinkResult.Fail, reason, fix);

    public void Unknown(AccessLink link, string reason, string? fix = null) => Add(link, LinkResult.Unknown, reason, fix);

    public void Unknown(AccessLink link, Obstacle obstacle) => Unknown(link, obstacle.Reason, obstacle.Fix);

    /// <summary>Links of which nothing can be said because another does not hold.</summary>
    public void UnknownBecause(AccessLink cause, params ReadOnlySpan<AccessLink> links)
    {
        foreach (AccessLink link in links) Unknown(link, $"Not known, because {cause} does not hold.");
    }

    private void Add(AccessLink link, LinkResult result, string reason, string? fix) => _findings[link] = new Finding(link, result, reason, fix);
}
