using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Events;

namespace CrossAccess.Sandbox;

/// <summary>One request that the Sandbox answered, as CloudTrail would record it.</summary>
public sealed record SandboxEvent
{
    /// <summary>When it was answered, by the Sandbox's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The service's name: sts, iam, sso-admin, identitystore, sso (the portal), sso-oidc, organizations, cloudformation, cloudtrail or signin.</summary>
    public required string Service { get; init; }

    /// <summary>The operation, such as CreateRole; empty when the request named none that is known.</summary>
    public required string Operation { get; init; }

    /// <summary>The caller's account, or null when the caller is not known.</summary>
    public string? AccountId { get; init; }

    /// <summary>The caller's ARN as GetCallerIdentity gives it, or null when the caller is not known.</summary>
    public string? PrincipalArn { get; init; }

    /// <summary>Who called, in short: a user's name, or a session's name and its role's; null when the caller is not known.</summary>
    public string? Principal => PrincipalArn?[(PrincipalArn.LastIndexOf(':') + 1)..].Split('/') switch
    {
        ["assumed-role", var role, var session] => $"{session} in {role}",
        [.., var name] => name,
        _ => null,
    };

    /// <summary>The source identity of the caller's session; for AssumeRole, the one that was asked for.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The error that was answered, or null when the call succeeded.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether the operation changes nothing in any account, as CloudTrail's readOnly says (true for AssumeRole).</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>The Region that was signed for, or null for an unsigned request.</summary>
    public string? Region { get; init; }

    /// <summary>The id that the answer carried.</summary>
    public required string RequestId { get; init; }

    /// <summary>The request's members as JSON, the sensitive ones replaced by HIDDEN; null when they could not be read.</summary>
    public string? Parameters { get; init; }

    internal string EventId { get; } = Guid.NewGuid().ToString("D");
    internal Caller? Caller { get; init; }
    internal string? AccessKeyId { get; init; }
    internal string? ErrorMessage { get; init; }

    /// <summary>The role that was assumed, whose account has the event too.</summary>
    internal AssumedRole? AssumedRole { get; init; }
}
