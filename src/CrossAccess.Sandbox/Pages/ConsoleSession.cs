using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.Pages;

/// <summary>Who is in the console, by which key, and until when.</summary>
internal sealed record ConsoleSession(Caller Caller, string AccessKeyId, DateTimeOffset Expiration)
{
    /// <summary>Who signed in, where the role has been switched since: each switch starts from there again.</summary>
    public ConsoleSession? SignedIn { get; init; }

    /// <summary>What the console shows the role as.</summary>
    public string? DisplayName { get; init; }
}
