namespace CrossAccess;

/// <summary>What is granted access.</summary>
public enum PrincipalType
{
    /// <summary>A group of the identity store.</summary>
    Group,
    /// <summary>A user of the identity store.</summary>
    User,
}
