namespace CrossAccess;

/// <summary>
/// The configuration of the browser extension AWS Extend Switch Roles. A base profile for each permission set has the extension
/// offer a person who opened home with that set the roles that it may assume, and no others.
/// See <see href="https://github.com/tilfinltd/aws-extend-switch-roles#configuration"/>.
/// </summary>
internal sealed class SwitchRoleFormat(string homeAccountId, IReadOnlyList<AccessTier> tiers) : IProfileFormat
{
    // "The combined Path and RoleName cannot exceed 64 characters": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int LongestRole = 64;

    public ProfileSection? SignIn => null;

    public bool NamesSessions => false;

    public string TitleOf(string profileName) => profileName;

    // The extension reads both ways of writing it.
    public string? ProfileIn(string title) => SectionTitle.ProfileIn(title) ?? title;

    public string? ReasonToLeaveOut(RoleTarget target)
    {
        RoleArn role = RoleArn.Parse(target.Role.Arn);
        if (target.Role.ExternalId is not null) return "the console's Switch Role cannot pass an external id";
        if ((role.Path.TrimStart('/') + role.Name).Length > LongestRole) return $"the console's Switch Role takes {LongestRole} characters of path and name";
        // It takes what stands between the first and the second of them for the value.
        return target.Role.Arn.Contains('=', StringComparison.Ordinal) ? "the extension reads no '=' in a role's name" : null;
    }

    public ProfileSection Home(string profileName, string permissionSetName) => ProfileSection.Of(
        TitleOf(profileName),
        null,
        ("aws_account_id", homeAccountId),
        ("role_name", permissionSetName));

    public ProfileSection Client(string profileName, ProfileTarget target, string homeProfileName, string region, string? roleSessionName) => ProfileSection.Of(
        TitleOf(profileName),
        target.Key,
        ("role_arn", target.Role.Role.Arn),
        ("source_profile", homeProfileName),
        ("color", SwitchRoleColor.DefaultOf(tiers.FirstOrDefault(tier => tier.Tier.Equals(target.Role.Tier, StringComparison.OrdinalIgnoreCase)))),
        ("region", region));
}
