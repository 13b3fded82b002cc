namespace CrossAccess.Core.Tests;

/// <summary>Who some credentials belong to, and the Region that their source names.</summary>
internal sealed record FakeIdentity(CallerIdentity Caller, string? Region = null)
{
    public static FakeIdentity User(string accountId, string name, string? region = null) =>
        new(new CallerIdentity(accountId, $"arn:aws:iam::{accountId}:user/{name}", "AIDA" + name), region);

    public static FakeIdentity Session(string accountId, string role, string session, string? region = null) =>
        new(new CallerIdentity(accountId, $"arn:aws:sts::{accountId}:assumed-role/{role}/{session}", $"AROA{role}:{session}"), region);
}
