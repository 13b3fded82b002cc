namespace CrossAccess.Sandbox.Portal;

/// <summary>A user's session at the access portal, from signing in to signing out; its tokens die with it.</summary>
internal sealed class PortalSession(string userId, DateTimeOffset expiration)
{
    public string UserId { get; } = userId;
    public DateTimeOffset Expiration { get; } = expiration;
    public bool IsEnded { get; set; }
}
