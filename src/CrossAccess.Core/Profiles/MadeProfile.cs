namespace CrossAccess;

/// <summary>A client's profile as it shall be, and the one that it starts from.</summary>
internal sealed record MadeProfile(ProfileKey Key, RoleTarget Role, ProfileSection Client, ProfileSection Home, string Region);
