namespace CrossAccess.Sandbox;

/// <summary>A session of a user's AWSReservedSSO role, as the access portal gives it out.</summary>
/// <param name="AccessKeyId">The session's key id (ASIA…).</param>
/// <param name="SecretAccessKey">The session's secret; never shown by <see cref="ToString"/>.</param>
/// <param name="SessionToken">The session's token; never shown by <see cref="ToString"/>.</param>
/// <param name="Expiration">When the session ends, by the Sandbox's clock.</param>
/// <param name="Arn">The session's ARN: arn:aws:sts::…:assumed-role/AWSReservedSSO_…/user.</param>
public sealed record SandboxSession(string AccessKeyId, string SecretAccessKey, string SessionToken, DateTimeOffset Expiration, string Arn)
{
    /// <summary>The session's ARN alone.</summary>
    public override string ToString() => Arn;
}
