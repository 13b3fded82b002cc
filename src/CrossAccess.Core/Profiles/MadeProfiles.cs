namespace CrossAccess;

/// <summary>What became of the roles that were to have a profile.</summary>
/// <param name="Refused">An error for each.</param>
/// <param name="LeftOut">The tool could not enter them, for the reason given.</param>
internal sealed record MadeProfiles(
    List<MadeProfile> Profiles,
    List<(ProfileKey Role, ClientAccessException Reason)> Refused,
    List<(ProfileKey Role, string Reason)> LeftOut);
