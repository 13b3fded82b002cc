namespace CrossAccess;

/// <summary>Whether a caller may pass its own name as source identity, by both sides' policies.</summary>
/// <param name="BySet">What the permission set's policy says; null where that is not known.</param>
/// <param name="ByTrust">What the role's trust says.</param>
/// <param name="IsTrustUnpinned">The trust would let another name pass, too.</param>
/// <param name="IsSetUnpinned">The permission set would.</param>
internal sealed record SourceIdentityReading(bool? BySet, bool? ByTrust, bool IsTrustUnpinned, bool IsSetUnpinned)
{
    public bool? IsAllowed => BySet & ByTrust;

    /// <summary>Either side that pins the name is enough.</summary>
    public bool IsUnpinned => IsAllowed == true && IsTrustUnpinned && IsSetUnpinned;
}
