namespace CrossAccess;

/// <summary>
/// Profiles of the AWS CLI and the AWS SDKs. No duration is written: role chaining gives an hour, and more is an error. A profile
/// cannot set a source identity.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html"/>.
/// </summary>
internal sealed class AwsConfigFormat(CrossAccessConfiguration configuration, string signInName) : IProfileFormat
{
    /// <exception cref="ClientAccessException">NotInitialized: no access portal is known.</exception>
    public ProfileSection SignIn => ProfileSection.Of(
        SectionTitle.Of(SectionTitle.SsoSession, signInName),
        null,
        ("sso_start_url", PortalUrl.Parse(configuration.StartUrl ?? throw NoPortal())),
        ("sso_region", configuration.Region),
        ("sso_registration_scopes", SignIns.Scope));

    public bool NamesSessions => true;

    public string TitleOf(string profileName) => SectionTitle.Of(SectionTitle.Profile, profileName);

    public string? ProfileIn(string title) => SectionTitle.ProfileIn(title);

    public string? ReasonToLeaveOut(RoleTarget target) => null;

    public ProfileSection Home(string profileName, string permissionSetName) => ProfileSection.Of(
        TitleOf(profileName),
        null,
        ("sso_session", signInName),
        ("sso_account_id", configuration.HomeAccountId),
        ("sso_role_name", permissionSetName),
        ("region", configuration.Region));

    public ProfileSection Client(string profileName, ProfileTarget target, string homeProfileName, string region, string? roleSessionName) => ProfileSection.Of(
        TitleOf(profileName),
        target.Key,
        ("role_arn", target.Role.Role.Arn),
        ("source_profile", homeProfileName),
        ("role_session_name", roleSessionName),
        ("external_id", target.Role.Role.ExternalId is { } externalId ? AwsText.ExternalId(externalId) : null),
        ("region", region));

    private ClientAccessException NoPortal() =>
        new(ClientAccessError.NotInitialized, "The inventory names no access portal, from which the profiles would start.")
        {
            RecommendedAction = $"Record it: Initialize-CrossAccess {configuration.Company} -StartUrl https://<your company>.awsapps.com/start",
        };
}
