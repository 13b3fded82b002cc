namespace CrossAccess.Sandbox;

/// <summary>A long-term access key of a Sandbox account's administrator.</summary>
/// <param name="AccessKeyId">The key's id (AKIA…).</param>
/// <param name="SecretAccessKey">The secret; never shown by <see cref="ToString"/>.</param>
public sealed record AccessKey(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>The key's id alone.</summary>
    public override string ToString() => AccessKeyId;
}
