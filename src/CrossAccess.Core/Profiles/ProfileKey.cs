namespace CrossAccess;

/// <summary>The role that a profile is for. Clients and tiers are told apart without case.</summary>
internal sealed record ProfileKey(string Client, string Tier, string AccountId)
{
    public static ProfileKey Of(RoleTarget target) => new(target.Client, target.Tier, target.AccountId);

    public bool Equals(ProfileKey? other) =>
        other is not null
        && Client.Equals(other.Client, StringComparison.OrdinalIgnoreCase)
        && Tier.Equals(other.Tier, StringComparison.OrdinalIgnoreCase)
        && AccountId == other.AccountId;

    public override int GetHashCode() =>
        HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(Client), StringComparer.OrdinalIgnoreCase.GetHashCode(Tier), AccountId);

    public override string ToString() => $"{Client} {Tier} {AccountId}";
}
