using System.Globalization;

namespace CrossAccess;

/// <summary>
/// A session of a permission set in the home account, as AWS sees it when it enters a role. What is not known of it, such as
/// the suffix of its role, is uncertain text (<see cref="UncertainText"/>).
/// </summary>
internal sealed record EnteringCaller
{
    // AROA and 17 characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    private static readonly string UnknownRoleId = "AROA" + new string(UncertainText.IdCharacter, 17);

    private EnteringCaller(string partition, string accountId, string path, string roleName, string userId)
    {
        Partition = partition;
        AccountId = accountId;
        PrincipalArn = $"arn:{partition}:iam::{accountId}:role{path}{roleName}";
        UserId = userId;
        SessionName = userId[(userId.IndexOf(':', StringComparison.Ordinal) + 1)..];
        SessionArn = $"arn:{partition}:sts::{accountId}:assumed-role/{roleName}/{SessionName}";
    }

    public string Partition { get; }

    public string AccountId { get; }

    /// <summary>aws:PrincipalArn: the role's own ARN, path included.</summary>
    public string PrincipalArn { get; }

    /// <summary>aws:userid: role id and session name.</summary>
    public string UserId { get; }

    public string SessionName { get; }

    private string SessionArn { get; }

    /// <summary>The id in the identity store; null where it is not known.</summary>
    public string? DirectoryUserId { get; init; }

    /// <summary>Whoever holds a permission set, by what its name alone tells.</summary>
    /// <param name="region">Identity Center's primary Region, which is in the path of every reserved role but us-east-1's.</param>
    /// <param name="userName">What Identity Center names the session after; null: any user.</param>
    public static EnteringCaller Of(string partition, string region, string accountId, string permissionSetName, string? userName) =>
        new(partition, accountId, PathIn(region), RoleNameOf(permissionSetName), $"{UnknownRoleId}:{userName ?? UncertainText.AnyText.ToString()}");

    /// <summary>The same, had it another permission set.</summary>
    public static EnteringCaller LikeOf(EnteringCaller caller, string permissionSetName)
    {
        string path = caller.PrincipalArn[(caller.PrincipalArn.IndexOf(":role", StringComparison.Ordinal) + ":role".Length)..(caller.PrincipalArn.LastIndexOf('/') + 1)];
        return new(caller.Partition, caller.AccountId, path, RoleNameOf(permissionSetName), caller.UserId) { DirectoryUserId = caller.DirectoryUserId };
    }

    /// <summary>A session that is at hand.</summary>
    public static EnteringCaller Of(CallerIdentity caller, string region) =>
        new(caller.Partition, caller.AccountId, PathIn(region), caller.RoleName!, caller.UserId);

    /// <summary>Whether a value of a trust's Principal element means it.</summary>
    /// <remarks>
    /// The ARN of a role is stored as its unique id, and shown as that id once the role is gone: then it means nobody any more.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    /// </remarks>
    public bool? IsNamedBy(string principal) => principal switch
    {
        "*" => true,
        _ when IsAccount(principal) => true,
        _ => UncertainText.AreEqual(principal, PrincipalArn) | UncertainText.AreEqual(principal, SessionArn),
    };

    public bool IsAccount(string principal) => principal == AccountId || principal == $"arn:{Partition}:iam::{AccountId}:root";

    /// <summary>What is known of the request by which it enters a role.</summary>
    /// <param name="sourceIdentity">Null: it passes none.</param>
    public RequestKeys Keys(string roleAccountId, string? externalId, string? sourceIdentity, DateTimeOffset now)
    {
        var keys = new Dictionary<string, string?>
        {
            ["aws:PrincipalArn"] = PrincipalArn,
            ["aws:PrincipalAccount"] = AccountId,
            ["aws:PrincipalType"] = "AssumedRole",
            ["aws:PrincipalIsAWSService"] = "false",
            ["aws:ViaAWSService"] = "false",
            ["aws:ResourceAccount"] = roleAccountId,
            ["aws:userid"] = UserId,
            ["aws:username"] = null,
            ["aws:SourceAccount"] = null,
            ["aws:SourceArn"] = null,
            // Temporary credentials carry it, and those of Identity Center never say true, whatever the identity provider asked for:
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
            ["aws:MultiFactorAuthPresent"] = "false",
            ["aws:MultiFactorAuthAge"] = null,
            ["aws:CurrentTime"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["aws:EpochTime"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["sts:ExternalId"] = externalId,
            ["sts:RoleSessionName"] = UncertainText.IsKnown(SessionName) ? RoleSessionName.Of(HomeCaller.SignedIn(SessionName, "")) : SessionName,
            ["sts:SourceIdentity"] = sourceIdentity,
        };
        if (DirectoryUserId is not null) keys["identitystore:UserId"] = DirectoryUserId;
        return new RequestKeys(keys);
    }

    private static string RoleNameOf(string permissionSetName) => $"AWSReservedSSO_{permissionSetName}_{new string(UncertainText.HexDigit, 16)}";

    // https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
    private static string PathIn(string region) => region == "us-east-1" ? "/aws-reserved/sso.amazonaws.com/" : $"/aws-reserved/sso.amazonaws.com/{region}/";
}
