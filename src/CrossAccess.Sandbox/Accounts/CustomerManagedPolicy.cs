using System.Globalization;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>
/// A managed policy of an account's own: up to five versions, of which the default one is in force at once wherever the policy is attached
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html).
/// </summary>
internal sealed class CustomerManagedPolicy
{
    public const int MaxVersions = 5;

    private readonly List<PolicyVersion> _versions;
    private int _lastNumber;

    public CustomerManagedPolicy(string name, string path, string arn, PolicyDocument document, DateTimeOffset createdAt)
        : this(name, path, arn, createdAt, [new PolicyVersion("v1", document, createdAt)], "v1", 1)
    {
    }

    /// <param name="lastNumber">The highest number that a version has had: none is given twice.</param>
    public CustomerManagedPolicy(string name, string path, string arn, DateTimeOffset createdAt, IReadOnlyList<PolicyVersion> versions, string defaultVersionId, int lastNumber)
    {
        Name = name;
        Path = path;
        Arn = arn;
        CreatedAt = createdAt;
        _versions = [.. versions];
        _lastNumber = lastNumber;
        Default = _versions.Single(version => version.Id == defaultVersionId);
    }

    public string Name { get; }
    public string Path { get; }
    public string Arn { get; }
    public string Id { get; init; } = RandomNames.Unique("ANPA");
    public string? Description { get; init; }

    /// <summary>Unlike a role's, a policy's tag keys differ by case (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html).</summary>
    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When the newest version was made.</summary>
    public DateTimeOffset UpdatedAt => _versions.Max(static version => version.CreatedAt);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PolicyVersion> Versions => _versions;
    public PolicyVersion Default { get; private set; }
    public int LastNumber => _lastNumber;
    public PolicyDocument Document => Default.Document;

    public PolicyVersion? FindVersion(string id) => _versions.Find(version => version.Id == id);

    public PolicyVersion Add(PolicyDocument document, DateTimeOffset now, bool asDefault)
    {
        PolicyVersion added = new("v" + (++_lastNumber).ToString(CultureInfo.InvariantCulture), document, now);
        _versions.Add(added);
        if (asDefault)
            Default = added;
        return added;
    }

    public void SetDefault(PolicyVersion version) => Default = version;

    public void Remove(PolicyVersion version) => _versions.Remove(version);

    /// <summary>Replaces the default version; where there is no room for another, the oldest of the others goes.</summary>
    public void Replace(PolicyDocument document, DateTimeOffset now)
    {
        if (_versions.Count >= MaxVersions)
            Remove(_versions.First(version => version != Default));
        Add(document, now, asDefault: true);
    }
}
