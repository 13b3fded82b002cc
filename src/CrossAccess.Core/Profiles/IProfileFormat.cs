namespace CrossAccess;

/// <summary>How another tool writes profiles.</summary>
internal interface IProfileFormat
{
    /// <summary>The sign-in that profiles rest on; null where the tool has its own.</summary>
    ProfileSection? SignIn { get; }

    /// <summary>Whether a profile can say under which name its role is entered.</summary>
    bool NamesSessions { get; }

    /// <summary>The title of a profile's section.</summary>
    string TitleOf(string profileName);

    /// <summary>The profile that another's section is of; null for other sections.</summary>
    string? ProfileIn(string title);

    /// <summary>Why the tool could not enter the role; null where it can.</summary>
    string? ReasonToLeaveOut(RoleTarget target);

    /// <summary>A permission set in the home account.</summary>
    ProfileSection Home(string profileName, string permissionSetName);

    /// <summary>A client's role, entered from there.</summary>
    /// <param name="region">The Region to work in.</param>
    /// <param name="roleSessionName">The name to enter under; null: whatever the tool makes up.</param>
    ProfileSection Client(string profileName, ProfileTarget target, string homeProfileName, string region, string? roleSessionName);
}
