namespace CrossAccess.Sandbox;

/// <summary>A user of the Sandbox's Identity Center directory.</summary>
/// <param name="UserId">The identity store's id; another one when the user is removed and added again.</param>
/// <param name="UserName">What the user signs in with, and the name of its role sessions.</param>
/// <param name="Email">The primary e-mail address.</param>
/// <param name="DisplayName">The name for people.</param>
public sealed record SandboxUser(string UserId, string UserName, string Email, string DisplayName)
{
    /// <summary>When the user was disabled, UTC; null while enabled.</summary>
    public DateTimeOffset? DisabledAt { get; init; }
}
