namespace CrossAccess.Sandbox;

/// <summary>Which of AWS's limits on a caller's pace and on an organization's size hold. What an operation means is the same under both.</summary>
public enum SandboxLimits
{
    /// <summary>No request rates, any number of ProvisionPermissionSet at once, and none of Identity Center's quotas that AWS raises on request.</summary>
    None,

    /// <summary>The rates and the default quotas that AWS documents (https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html).</summary>
    Aws,
}
