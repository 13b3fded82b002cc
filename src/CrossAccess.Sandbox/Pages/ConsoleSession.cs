using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.Pages;

/// <summary>Who is in the console, by which key, and until when.</summary>
internal sealed record ConsoleSession(Caller Caller, string AccessKeyId, DateTimeOffset Expiration);
