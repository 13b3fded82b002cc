namespace CrossAccess;

/// <summary>A role that is to have a profile.</summary>
/// <param name="Region">The Region to work in with it; null: the one that its profile has already, else Identity Center's.</param>
internal sealed record ProfileTarget(RoleTarget Role, string? Region = null)
{
    public ProfileKey Key => ProfileKey.Of(Role);
}
