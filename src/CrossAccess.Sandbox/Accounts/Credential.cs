namespace CrossAccess.Sandbox.Accounts;

/// <summary>Keys that requests are signed with, and who they stand for.</summary>
internal sealed record Credential(string AccessKeyId, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expiration, Caller Caller)
{
    public override string ToString() => $"{AccessKeyId} of {Caller.Arn}";
}
