using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>Who AWS says the caller is.</summary>
/// <param name="AccountId">The account the credentials belong to.</param>
/// <param name="Arn">The caller's ARN.</param>
/// <param name="UserId">The caller's unique id: for a role session, <c>role id:session name</c>.</param>
internal sealed partial record CallerIdentity(string AccountId, string Arn, string UserId)
{
    /// <summary>The session name of an assumed role: what Identity Center set for its user. Null for any other caller.</summary>
    public string? SessionName => AssumedRole().Match(Arn) is { Success: true } match ? match.Groups["session"].Value : null;

    /// <summary>The role that is assumed, without its path; null for any other caller.</summary>
    public string? RoleName => AssumedRole().Match(Arn) is { Success: true } match ? match.Groups["role"].Value : null;

    public bool IsAssumedRole => SessionName is not null;

    /// <summary>The permission set that Identity Center gave the caller; null for any other caller.</summary>
    public string? PermissionSetName => ReservedRole().Match(Arn) is { Success: true } match ? match.Groups["set"].Value : null;

    /// <summary>The name by which a session entered by this caller is attributed.</summary>
    public string AttributedName => SessionName ?? Arn[(Arn.LastIndexOfAny(['/', ':']) + 1)..];

    public string Partition => Arn.Split(':', 3)[1];

    [GeneratedRegex(@"\Aarn:[a-z-]+:sts::[0-9]{12}:assumed-role/(?<role>[^/]+)/(?<session>.+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex AssumedRole();

    // https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
    [GeneratedRegex(@"\Aarn:[a-z-]+:sts::[0-9]{12}:assumed-role/AWSReservedSSO_(?<set>.+)_[0-9a-f]{16}/.+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ReservedRole();
}
